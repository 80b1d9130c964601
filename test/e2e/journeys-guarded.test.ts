import type { Browser } from 'playwright-core';
import type { DraftSeed } from '../../src/demo/compose/types';
import { launchBrowser } from './find-browser';
import { LATE, MORNING, hasBehaved, openJourney, sample } from './journey';
import type { Journey } from './journey';

jest.setTimeout(120_000);

let browser: Browser;
let journey: Journey;
beforeAll(async () => {
  browser = await launchBrowser();
  journey = await openJourney(browser, 'laat');
}, 300_000);
afterAll(() => browser.close());
afterEach(() => hasBehaved(journey));

/** The worst draft there is: a register without a password, late, without a subject. */
async function worst(people: Partial<DraftSeed>): Promise<DraftSeed> {
  return { ...(await sample('sen-register-to-gmail')), to: [], subject: '', ...people };
}

const UNION = { address: 'adviser@unison.org.uk', name: 'Adviser' };

describe('C.11 somebody who may write unseen', () => {
  test('AC11.1 all recipients protected: nothing is read but who it goes to, nothing is said, nothing kept', async () => {
    await journey.open(await worst({ to: [UNION] }), LATE);
    expect((await journey.send()).text).toBeNull();
    expect(await journey.sentCount()).toBe(1);
    const item = (await journey.stage.driver.item()) as { sessionData: object; notifications: unknown[] };
    expect([item.sessionData, item.notifications]).toEqual([{}, []]);
    for (const call of await journey.calls()) expect(call).not.toMatch(/^(?:subject|body|getAttachment)/);
  });

  test('AC11.2 beside a stranger: the stranger counts, at most a warning, and nothing is kept', async () => {
    await journey.open(await worst({ to: [UNION, 'k.example.parent@gmail.com'] }), LATE);
    const { text, buttons } = await journey.send();
    expect(text).not.toBeNull();
    expect(text).not.toContain('unison');
    expect(buttons).toContain('Send Anyway');
    expect(((await journey.stage.driver.item()) as { sessionData: object }).sessionData).toEqual({});
  });
});

describe('C.12 a safeguarding lead refers a child, late', () => {
  const jo = { name: 'Jo Reed', address: 'jo.reed@oakfield.example' };

  test('AC12.1 to a partner: it goes, with a note at most', async () => {
    await journey.open({ ...(await worst({ to: ['referrals@county.example'] })), subject: 'Referral', from: jo, owner: jo }, LATE);
    expect((await journey.send()).text).toBeNull();
    expect(await journey.sentCount()).toBe(1);
  });

  test('AC12.2 to an address nobody knows: a warning, and “a child is at risk” comes first in the pane', async () => {
    await journey.open({ ...(await worst({ to: ['duty@elsewhere.example'] })), subject: 'Referral', from: jo, owner: jo }, LATE);
    const { text, buttons } = await journey.send();
    expect(text).not.toBeNull();
    expect(buttons).toContain('Send Anyway');
    const pane = await journey.fixes();
    expect(await pane.getByRole('button').first().innerText()).toContain('A child is at risk now: send it at once');
  });

  test('AC12.3 anybody who says that a child is at risk now: it goes at once', async () => {
    await journey.open(await sample('sen-register-to-gmail'), LATE);
    expect((await journey.send()).buttons).not.toContain('Send Anyway');
    const pane = await journey.fixes();
    await pane.getByText('A child is at risk now.').click();
    await journey.press('Give this reason');
    expect((await journey.send()).text).toBeNull();
    expect(await journey.sentCount()).toBe(1);
  });
});

describe('C.14 somebody who listens, or reads another language', () => {
  test('AC14.1 the dialog says what was found, the clause, what to do, in that order; the pane begins at its heading', async () => {
    await journey.open(await sample('sen-register-to-gmail'), LATE);
    const text = (await journey.send()).text ?? '';
    const [found, clause, act] = [text.indexOf('no password'), text.indexOf('LAAT policy'), text.indexOf('Do now:')] as const;
    expect([found >= 0, clause > found, act > clause]).toEqual([true, true, true]);
    const pane = await journey.fixes();
    expect(await pane.evaluate('document.activeElement.tagName')).toBe('H1');
    for (const name of await pane.getByRole('button').allInnerTexts()) expect(name.trim().length).toBeGreaterThan(7);
  });

  test.each([
    ['pl-PL', 'pl', 'Popraw wiadomość', 'Usuń „Y5 support list.xlsx”', /Regulamin Twojej szkoły jest po angielsku/],
    ['cy-GB', 'cy', 'Trwsio’r e-bost', 'Tynnu “Y5 support list.xlsx”', /Yn Saesneg y mae polisi/],
  ])('AC14.2 %s: buttons and help speak it, the clause stays English, and HR is named', async (locale, tag, button, fix, line) => {
    await journey.open(await sample('sen-register-to-gmail'), MORNING, { locale });
    const { text, buttons } = await journey.send();
    expect(buttons).toContain(button);
    expect(text).toContain('Employees should not send out sensitive data through email');
    const pane = await journey.fixes();
    expect(await pane.evaluate('document.documentElement.lang')).toBe(tag);
    await pane.getByText(line).waitFor();
    await pane.getByText(/HR Department.*ext 240/).waitFor();
    expect(await pane.locator('blockquote[lang="en-GB"]').first().innerText()).toContain('Employees should not send out sensitive data');
    await journey.press(fix);
    expect(((await journey.stage.driver.item()) as { attachments: unknown[] }).attachments).toEqual([]);
  });
});
