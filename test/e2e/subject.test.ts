import type { Browser } from 'playwright-core';
import type { DraftSeed } from '../../src/demo/compose/types';
import type { Fault } from '../../src/demo/host/faults';
import { launchBrowser } from './find-browser';
import { hasBehaved, openJourney } from './journey';
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

const draft: DraftSeed = {
  from: { name: 'Dee Marlow', address: 'dee.marlow@oakfield.example' },
  to: ['k.example.parent@gmail.com'],
  subject: 'EHCP review for Theo Khan',
  text: '',
};
const NOTHING_ELSE = '\n\nDo now: check it yourself. If it is right, choose Send Anyway.';

describe('the subject, in the built add-in', () => {
  test('a child is told of in it and the text is empty: the dialog says so, and the pane names the place', async () => {
    await journey.open(draft);
    const { text, buttons } = await journey.send();
    expect(text).toMatch(/^Your message has a pupil's name and SEN needs, and is going to a Gmail address\.\n/);
    expect(buttons).not.toContain('Send Anyway');
    const pane = await journey.fixes();
    await pane.getByText('Message > subject').waitFor();
    expect(await pane.getByRole('button', { name: /details/i }).count()).toBe(0);
    expect(await journey.sentCount()).toBe(0);
  });

  const faults: readonly (readonly [string, Fault, string])[] = [
    ['never answers', { api: 'subject.getAsync', kind: 'hangs' }, 'Outlook did not give the subject in time'],
    ['fails', { api: 'subject.getAsync', kind: 'fails', code: 5001 }, 'Outlook could not give the subject (5001'],
    ['throws', { api: 'subject.getAsync', kind: 'throws' }, 'Outlook refused to give the subject'],
  ];
  test.each(faults)('the call for it %s: one sentence says so', async (_name, fault, because) => {
    await journey.open({ ...draft, text: 'See you at the gate.' }, undefined, { faults: [fault] });
    const { text, buttons } = await journey.send();
    const said = `The subject has NOT been checked, because ${because}`;
    expect(text?.split(said)).toHaveLength(2);
    expect(text?.split('checked')).toHaveLength(2);
    expect(text?.slice(-NOTHING_ELSE.length)).toBe(NOTHING_ELSE);
    expect(buttons).toContain('Send Anyway');
    // The pane waits as long again, and longer, for a call that never answers.
    if (fault.kind === 'hangs') return;
    const pane = await journey.fixes();
    expect(await pane.getByText(said).count()).toBe(1);
  });

  test('an empty one is blank, not unread', async () => {
    await journey.open({ ...draft, subject: '', text: 'See you at the gate.' });
    const { text } = await journey.send();
    expect(text).toMatch(/^Your subject line is blank\./);
    expect(text).not.toContain('NOT been checked');
  });

  test('an answer to somebody who wrote it, the quotation deleted, goes', async () => {
    await journey.open({ ...draft, subject: 'RE: EHCP review for Theo Khan', text: 'See you then.', composeType: 'reply' });
    expect((await journey.send()).text).toBeNull();
    expect(await journey.sentCount()).toBe(1);
  });
});
