import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expectedOf, writeMbox } from '../replay/many-mails.cjs';
import { studioStage } from './studio-stage';
import { PROJECT } from './web-stage';

jest.setTimeout(60_000);

const MAIL = path.join(PROJECT, 'test', 'mail');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const PAGES = ['health', 'rules', 'rules/sensitive-attachment', 'organisation', 'calendar', 'documents', 'settings', 'academies', 'try', 'replay', 'overrides', 'publish'];

describe('the built studio', () => {
  const { browser, dist, open, go, setNumber, downloads } = studioStage();

  test('AC9.1, AC9.3: a change is tried on counts alone, with “between” and “<5”', async () => {
    const page = await open('rules/all-staff');
    await setNumber(page, 'Colleagues written one by one', 75);
    await page.getByRole('button', { name: 'Test on last month' }).click();
    const answer = page.locator('[data-totals=answer]');
    await answer.waitFor();
    expect(await answer.textContent()).toMatch(/^Warnings: between 134 and 142 → between 54 and 58\. Between 80 and 84 sends would no longer warn\./);
    expect(await answer.textContent()).toContain('no subject, words, sender or address');
    await page.getByText(/^Of \d+ made-up drafts/).waitFor();
    expect(await page.getByText('A note to 58 colleagues: ask once → nothing').count()).toBe(1);
    await setNumber(page, 'Colleagues written one by one', 300);
    await page.getByRole('button', { name: 'Test on last month' }).click();
    await page.getByRole('cell', { name: '<5' }).first().waitFor();
  });

  test('AC9.2: a rule that looks at content is tried on made-up drafts, and says so', async () => {
    const page = await open('rules/missing-subject');
    await page.getByRole('switch', { name: 'This rule runs' }).click();
    await page.getByRole('button', { name: 'Test on last month' }).click();
    await page.getByText('This rule looks at what an email holds, which totals do not have.').waitFor();
    expect(await page.getByText('No subject: ask once → nothing').count()).toBe(1);
  });

  test('AC9.4: raising a severity asks for consultation and a DPIA review; lowering for a reason only', async () => {
    const page = await open('rules/all-staff');
    await page.getByRole('radiogroup', { name: 'Many colleagues, written one by one' }).getByText('Ask for a reason').click();
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByText('“Message to all staff” becomes more severe (many colleagues, written one by one: ask once → ask for a reason).').waitFor();
    await page.getByLabel('Why').fill('A test of the stricter rule.');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Write when the unions (JCNC) were consulted.').waitFor();
    expect(await page.getByText('Write when the DPIA was reviewed for this change.').count()).toBeGreaterThan(0);
    await go(page, 'rules/all-staff');
    await page.getByRole('radiogroup', { name: 'Many colleagues, written one by one' }).getByText('Note', { exact: true }).click();
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByText('many colleagues, written one by one: ask once → note').waitFor();
    expect(await page.getByLabel('Unions (JCNC) consulted on').count()).toBe(0);
  });

  test('AC9.5: an academy finds the trust’s settings locked, with who can change them', async () => {
    const page = await open('academies');
    await page.getByRole('button', { name: 'Add the academy' }).click();
    await page.getByText('Write the name that people say, such as Oakfield Academy.').waitFor();
    await page.getByLabel('Name of the academy').fill('Oakfield Academy');
    await page.getByLabel('Domains its staff send from').fill('oakfield.example');
    await page.getByRole('button', { name: 'Add the academy' }).click();
    await page.getByText('They count for senders at oakfield.example. Other schools keep theirs.').waitFor();
    await go(page, 'rules/all-staff');
    await page.getByText('Set by the Trust: Director of Colleague Services').first().waitFor();
    expect(await page.getByRole('spinbutton', { name: 'Colleagues written one by one' }).isDisabled()).toBe(true);
    expect(await page.getByRole('radiogroup', { name: 'Many colleagues, written one by one' }).getByRole('radio').first().isDisabled()).toBe(true);
    // A list that it may not add to is shown as the trust has it, not empty.
    expect(await page.getByLabel('Names of all-staff lists').inputValue()).toContain('allstaff');
    await go(page, 'calendar');
    await page.getByRole('switch', { name: 'Oakfield Academy has hours of its own' }).click();
    await page.getByLabel('Friday to').fill('15:30');
    await go(page, 'publish');
    await page.getByRole('button', { name: 'Go on as the Trust' }).click();
    expect(await page.locator('[data-differences] li').allTextContents()).toEqual(['Schools: added Oakfield Academy', expect.stringMatching(/^Schools, Oakfield Academy, hours, Friday: 07:30–18:00 → 07:30–15:30/)]);
    expect(await page.getByRole('combobox', { name: 'Who edits' }).textContent()).toContain('The Trust');
    const saved = await downloads(page, 4, async () => {
      await page.getByLabel('Why').fill('Oakfield ends at 15:30 on Fridays.');
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
    });
    const academy = JSON.parse(saved[Object.keys(saved).find((name) => name.startsWith('oakfield-academy.2.'))!]!) as { organisation: { schools: { hours: Record<string, unknown> }[]; hours?: unknown } };
    expect(academy.organisation.hours).toBeUndefined();
    expect(academy.organisation.schools[0]!.hours).toEqual({ mon: ['07:30', '18:00'], tue: ['07:30', '18:00'], wed: ['07:30', '18:00'], thu: ['07:30', '18:00'], fri: ['07:30', '15:30'], sat: null, sun: null });
  });

  test('AC9.6: a publication is recorded whole, saved under its version and hash, and put back to the byte', async () => {
    const page = await open('rules/all-staff');
    await setNumber(page, 'Colleagues written one by one', 75);
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByText('Message to all staff, colleagues written one by one: 50 → 75 people; between 80 and 84 fewer warnings in the made-up month').waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Write why, in a sentence staff may read.').waitFor();
    await page.getByLabel('Why').fill('Year teams may be written to.');
    const saved = await downloads(page, 4, async () => {
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      await page.getByRole('heading', { name: 'Version 2 is saved' }).waitFor();
    });
    const before = Object.keys(saved).find((name) => /^laat\.1\.[0-9a-f]{8}\.json$/.test(name))!;
    const after = Object.keys(saved).find((name) => /^laat\.2\.[0-9a-f]{8}\.json$/.test(name))!;
    expect(JSON.parse(saved[after]!).rules['all-staff'].options).toEqual({ directRecipients: 75 });
    expect(await page.getByLabel('Change log').inputValue()).toContain('Why: Year teams may be written to.');
    // No record rests on made-up totals.
    expect(await page.getByLabel('Change log').inputValue()).not.toContain('fewer warnings');
    expect(await page.getByLabel('For IT').inputValue()).toContain(`heed policy sign ${after} --key`);
    expect(await page.getByLabel('Notice to staff, to change as you like').inputValue()).toContain('Monday 23 November 2026 at 06:00');
    const record = JSON.parse(await page.evaluate<string>("localStorage.getItem('heed-studio-history:laat.json')"));
    expect(record[1]).toMatchObject({ number: 2, author: 'Director of Colleague Services', approver: null, reason: 'Year teams may be written to.', effective: '2026-11-23T06:00', before: record[0].files[0].sha256 });
    const back = await downloads(page, 2, async () => {
      await page.getByRole('button', { name: 'Put version 1 back' }).click();
      await page.getByRole('heading', { name: 'Version 3 is saved' }).waitFor();
    });
    const third = Object.keys(back).find((name) => name.startsWith('laat.3.'))!;
    expect(back[third]).toBe(saved[before]);
    await page.getByText('As published').first().waitFor();
    // What was published last is what the studio opens with.
    await page.reload();
    await go(page, 'rules/all-staff');
    expect(await page.getByRole('spinbutton', { name: 'Colleagues written one by one' }).inputValue()).toBe('50');
    await go(page, 'publish');
    await page.getByRole('button', { name: 'Put version 2 back' }).waitFor();
  });

  test('AC9.7, AC9.8: M19, M20 and M21 stand on the front page, each with its button; a passed review date is asked about', async () => {
    const page = await open('health', 'teal');
    await page.getByText('passed more than two years ago').waitFor();
    expect(await page.getByText('It has never been checked against the VLE.').count()).toBe(1);
    expect(await page.getByRole('button', { name: /^Check version now/ }).count()).toBe(1);
    await go(page, 'rules/all-staff');
    await page.getByText('has never been compared with the live document. The document’s review date, 31 July 2024, has passed.').waitFor();
    await go(page, 'health');
    await page.getByRole('button', { name: /^Record a review/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Documents and quotations' }).waitFor();
    await go(page, 'rules/all-staff');
    await setNumber(page, 'Colleagues written one by one', 60);
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByLabel('Why', { exact: true }).fill('Fewer questions.');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Write why this version still stands.').waitFor();
    await page.getByLabel('Why this version still stands').fill('The review is under way.');
    await page.getByLabel('Until').fill('2027-06-30');
    await page.getByText('Six months at most: choose 2027-05-18 or earlier.').waitFor();
    const laat = await open('health');
    await laat.getByRole('button', { name: /^Set review date/ }).waitFor();
  });

  test('AC9.9: the counter falls as words are typed, the dialog follows, and a changed quotation is refused', async () => {
    const page = await open('rules/all-staff');
    const left = async (): Promise<number> => Number(await page.locator('[data-left]').getAttribute('data-left'));
    const before = await left();
    await page.getByLabel('What was seen').fill('This goes to {list}, and that is everybody in the whole of the Trust at once.');
    expect(await left()).toBeLessThan(before);
    expect(await page.getByRole('figure', { name: 'The dialog the sender gets' }).textContent()).toContain('everybody in the whole of the Trust');
    await go(page, 'documents/documents.ICT.clauses.LAAT-EMAIL-07.text');
    const quotation = page.locator('[data-path="documents.ICT.clauses.LAAT-EMAIL-07.text"] textarea');
    await quotation.fill('Employees must never send an email.');
    await page.getByText('Put the old words back, or load the document’s text').first().waitFor();
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByText('LAAT-EMAIL-07: These are not the words of the stored text of ICT.').waitFor();
    expect(await page.getByRole('button', { name: 'Publish', exact: true }).count()).toBe(0);
  });

  /** A month of made-up events: nineteen overrides for a partner at one school, a few elsewhere, some of habits, one too old. */
  function monthOfEvents(): Record<string, unknown> {
    const event = (change: object): object => ({ day: '2026-11-10', hours: '15-18', school: 'oakfield', rule: 'sensitive-attachment', pack: 'V1', severity: 'justify', outcome: 'sent-after-warning', reason: 'partner-agreement', recipients: 'partner', people: '1-9', client: 'web', pseudonym: '0011aabb', ...change });
    const many = (count: number, change: object): object[] => Array.from({ length: count }, () => event(change));
    return {
      format: 'heed events 1',
      period: { from: '2026-10-19', to: '2026-11-17' },
      events: [...many(16, {}), ...many(2, { pseudonym: 'ffee0099' }), event({ day: '2026-11-02' }), ...many(3, { school: 'fellside', reason: 'wrong-match', pseudonym: 'ffee0099' }), ...many(7, { rule: 'out-of-hours', reason: null, outcome: 'changed' }), ...many(6, { day: '2026-07-01', pseudonym: '0011aabb' })],
      totals: [{ rule: 'missing-subject', school: 'oakfield', reason: null, outcome: 'changed', sends: 40 }],
      reports: [
        { at: '2026-11-16T10:00:00Z', school: 'oakfield', takenUp: null },
        { at: '2026-11-09T09:00:00Z', school: 'oakfield', takenUp: '2026-11-09T13:00:00Z' },
      ],
    };
  }

  async function openMonth(page: Page, month: object): Promise<void> {
    const file = { name: 'events.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(month)) };
    await page.locator('input[type=file][aria-label="Open a month"]').setInputFiles(file);
  }

  async function fillLookup(page: Page, pseudonym: string): Promise<void> {
    await page.getByLabel('Pseudonym').fill(pseudonym);
    await page.getByLabel('Case').fill('HR-2026-14');
    await page.getByRole('combobox', { name: 'What for' }).click();
    await page.getByRole('option', { name: 'To assist in a safeguarding case' }).click();
    await page.getByLabel('Reasonable cause').fill('A parent’s complaint of 12 November.');
    await page.getByLabel('Approved by (another role)').fill('Director of HR');
    await page.getByLabel('From', { exact: true }).fill('2026-11-05');
    await page.getByLabel('To', { exact: true }).fill('2026-11-17');
    await page.getByLabel('When the person is told, or why not').fill('After the interview.');
  }

  test('AC10.1: the digest names no sender, content or address, hides cells under five, and keeps habits as totals', async () => {
    const page = await open('overrides');
    await openMonth(page, monthOfEvents());
    const overrides = page.locator('[data-overrides]');
    await overrides.waitFor();
    // Nineteen and six that are too old to be events, but still count.
    expect(await overrides.getByRole('row').nth(1).textContent()).toBe('Sensitive attachment without a passwordoakfieldThey are a partner and an agreement is in place.25Add the partner');
    expect(await overrides.getByRole('row').nth(2).textContent()).toContain('fellsideIt is not sensitive: this is a wrong match.<5');
    expect(await overrides.textContent()).not.toContain('outside school hours');
    expect(await page.locator('[data-outcomes]').textContent()).toContain('Sent outside school hours (totals alone)7');
    // The sum less the shown cell would be the hidden one.
    expect(await page.locator('[data-outcomes]').textContent()).toContain('Sensitive attachment without a password025+');
    expect(await page.locator('main').textContent()).not.toMatch(/0011aabb|ffee0099|@/);
    await openMonth(page, { ...monthOfEvents(), events: [{ sender: 'dee@oakfield.example' }] });
    await page.getByText('there is no such key. Events hold no address, no subject and no word of an email.').waitFor();
    await openMonth(page, monthOfEvents());
    const saved = await downloads(page, 1, () => page.getByRole('button', { name: 'Export for the Board' }).click());
    expect(saved['overrides-2026-10-19.csv']).toContain('"Sensitive attachment without a password","fellside","It is not sensitive: this is a wrong match.","<5"');
    await page.getByRole('button', { name: 'Add the partner that oakfield writes to' }).click();
    await page.getByRole('heading', { level: 1, name: 'People and places' }).waitFor();
  });

  test('AC10.2: a look at one person needs a case, a purpose, a cause and a second role, keeps to the days, and is logged', async () => {
    const page = await open('overrides');
    await openMonth(page, monthOfEvents());
    await page.getByRole('button', { name: 'Write it down, and show' }).click();
    for (const missing of ['Write the case it belongs to.', 'Choose what it is for.', 'Write the reasonable cause.', 'A second role must approve. Write which.']) await page.getByText(missing).first().waitFor();
    expect(await page.getByRole('region', { name: 'Events found' }).count()).toBe(0);
    expect(await page.locator('[data-log]').count()).toBe(0);
    await fillLookup(page, '0011aabb');
    await page.getByLabel('Approved by (another role)').fill('data protection officer');
    await page.getByRole('button', { name: 'Write it down, and show' }).click();
    await page.getByText('That is your own role.').first().waitFor();
    await page.getByLabel('Approved by (another role)').fill('Director of HR');
    await page.getByRole('button', { name: 'Write it down, and show' }).click();
    // Not the one of 2 November, which is before the days that were asked for.
    await page.getByText('16 events on the days that were asked for').waitFor();
    expect(await page.locator('[data-log] li').allTextContents()).toEqual(['2026-11-18: Data protection officer, approved by Director of HR, case HR-2026-14, 2026-11-05 to 2026-11-17 (16 events)']);
    expect(await page.evaluate<string>("localStorage.getItem('heed-studio-lookups')")).toContain('A parent’s complaint of 12 November.');
  });

  test('AC10.3: of mail to protected correspondents there is nothing to look up', async () => {
    const page = await open('try');
    await page.getByLabel('To', { exact: true }).fill('advice@neu.org.uk');
    await page.getByRole('button', { name: 'What would be said?' }).click();
    await page.getByRole('heading', { name: 'Your draft: goes, nothing said' }).waitFor();
    expect(await page.getByText('It goes, and nothing is said.').count()).toBe(1);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
    await go(page, 'overrides');
    await page.getByText('Nothing of an email to protected correspondents is ever recorded').waitFor();
    const month = monthOfEvents();
    await openMonth(page, { ...month, events: [{ ...(month['events'] as object[])[0], recipients: 'protected' }] });
    await page.getByText('This is not a file of recorded events: events.0.recipients').waitFor();
  });

  test('AC10.4: a subject access request gets one export: that person’s events, how long they are kept, and nothing else', async () => {
    const page = await open('overrides');
    await openMonth(page, monthOfEvents());
    await page.getByLabel('Pseudonym').fill('ffee0099');
    await page.getByLabel('Case').fill('SAR-7');
    const saved = await downloads(page, 1, () => page.getByRole('button', { name: 'Export for a subject access request' }).click());
    const found = JSON.parse(saved['subject-access-ffee0099.json']!);
    expect(Object.keys(found)).toEqual(['caseReference', 'retention', 'held', 'events']);
    expect(found.events.map(({ pseudonym }: { pseudonym: string }) => pseudonym)).toEqual(Array.from({ length: 5 }, () => 'ffee0099'));
    expect(found.retention).toBe('Events are kept for 90 days, then only totals, which name nobody.');
    await page.getByText('export for a subject access request, case SAR-7 (5 events)').waitFor();
  });

  test('AC10.5: of an event older than 90 days only totals remain', async () => {
    const page = await open('overrides');
    await openMonth(page, monthOfEvents());
    // Six of 1 July, and seven of a rule about habits.
    await page.locator('[data-folded="13"]').waitFor();
    await fillLookup(page, '0011aabb');
    await page.getByLabel('From', { exact: true }).fill('2026-01-01');
    await page.getByRole('button', { name: 'Write it down, and show' }).click();
    await page.getByText('17 events on the days that were asked for').waitFor();
    expect(await page.getByRole('region', { name: 'Events found' }).textContent()).not.toContain('2026-07-01');
  });

  test('AC10.6: “Tell the DPO” counts as a good outcome, with the hours since', async () => {
    const page = await open('overrides');
    await openMonth(page, monthOfEvents());
    await page.getByText('Good outcomes: “Tell the DPO” was used <5 times.').waitFor();
    await page.getByText('Open for 48 hours; 24 of 72 are left to tell the regulator.').waitFor();
    await page.getByText('Taken up after 4 hours.').waitFor();
  });

  test('edits are undone and done again, by button and by key', async () => {
    const page = await open('rules/missing-subject');
    const state = page.locator('[data-edits]');
    await page.getByRole('switch', { name: 'This rule runs' }).click();
    expect(await state.textContent()).toBe('Edited, not published');
    await page.keyboard.press('Control+z');
    expect(await state.textContent()).toBe('No edits yet');
    await page.getByRole('button', { name: 'Redo' }).click();
    expect(await state.textContent()).toBe('Edited, not published');
    expect(await page.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))")).toBe(false);
  });

  test('a mail is held against both policies, with the reasons', async () => {
    const page = await open('rules/personal-recipient');
    await page.getByRole('switch', { name: 'This rule runs' }).click();
    await go(page, 'try');
    await page.locator('input[type=file][accept^=".eml"]').setInputFiles(path.join(MAIL, 'note-to-parent.eml'));
    await page.getByRole('heading', { name: 'note-to-parent.eml: goes, with a note → goes, nothing said' }).waitFor();
    await page.getByRole('combobox', { name: 'Begin with a sample' }).click();
    await page.getByRole('option', { name: 'A class register to a centre' }).click();
    await page.getByRole('button', { name: 'What would be said?' }).click();
    await page.getByRole('heading', { name: 'A class register to a centre: the same under both' }).waitFor();
    expect(await page.getByRole('region', { name: 'As edited' }).getByText('Employees should not send out sensitive data').count()).toBeGreaterThan(0);
  });

  test('AC11.3: to take a protected entry away needs a second role and stands in the change log; the vendor’s own list is no entry', async () => {
    const page = await open('organisation');
    const list = page.getByLabel('Protected correspondents', { exact: true });
    expect(await list.inputValue()).not.toContain('neu.org.uk');
    await list.fill('staff-association.example');
    await list.blur();
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByLabel('Why').fill('The staff association is protected.');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('heading', { name: 'Version 2 is saved' }).waitFor();
    await go(page, 'organisation');
    await list.fill('');
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByText('staff-association.example would no longer be a protected correspondent.').waitFor();
    await page.getByLabel('Why').fill('The staff association is no more.');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    expect(await page.getByRole('heading', { name: 'Version 3 is saved' }).count()).toBe(0);
    await page.getByLabel('Agreed by (another role)').fill('Data protection officer');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('heading', { name: 'Version 3 is saved' }).waitFor();
    expect(await page.getByLabel('Change log').inputValue()).toContain('staff-association.example');
    expect(await page.getByLabel('Change log').inputValue()).toContain('Data protection officer');
    // Version 2 has the entry and version 1 has not: to go back to the one needs nobody, to the other a second role.
    await page.getByRole('button', { name: 'Put version 2 back' }).click();
    await page.getByRole('heading', { name: 'Version 4 is saved' }).waitFor();
    const first = page.getByRole('article', { name: 'Version 1', exact: true });
    await first.getByRole('button', { name: 'Put version 1 back' }).click();
    await first.getByText('staff-association.example would no longer be a protected correspondent.').waitFor();
    await first.getByRole('button', { name: 'Put version 1 back' }).click();
    await first.getByText('A second role must agree. Write which.').waitFor();
    await first.getByLabel('Agreed by (another role)').fill('Data protection officer');
    await first.getByRole('button', { name: 'Put version 1 back' }).click();
    await page.getByRole('heading', { name: 'Version 5 is saved' }).waitFor();
    expect(await page.getByLabel('Change log').inputValue()).toContain('agreed by Data protection officer');
  });

  test('addresses of parents become hashes, and one that is no address is said', async () => {
    const page = await open('organisation');
    const box = page.getByLabel('Parents and other contacts on record');
    await box.fill('j.example.pupil@gmail.com\nMrs Low\nj.example.pupil@gmail.com');
    await box.blur();
    expect(await box.inputValue()).toBe('d5ce81ae96b1b8638661c29c531a5458\nMrs Low');
    await page.getByText('"Mrs Low" is not the hash of an address').waitFor();
  });

  test('mail files are replayed after an authorisation, without names, and what is protected is not counted', async () => {
    const page = await open('rules/missing-subject');
    await page.getByRole('switch', { name: 'This rule runs' }).click();
    await go(page, 'replay');
    expect(await page.getByRole('button', { name: 'Choose files', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Record, and choose files' }).click();
    await page.getByText('Write the role that allowed it.').waitFor();
    await page.getByLabel('Allowed by (role)').fill('Director of IT');
    await page.getByLabel('Minute or case').fill('Board 4.2');
    await page.getByLabel('What for').fill('Trying a change');
    await page.getByRole('button', { name: 'Record, and choose files' }).click();
    const box = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'heed-studio-')), 'many.mbox');
    writeMbox(800, box);
    await page.locator('input[type=file][accept^=".eml,.mbox"]').setInputFiles(box);
    await page.locator('[data-replay=done]').waitFor({ timeout: 50_000 });
    const expected = expectedOf(800);
    const text = (await page.locator('[data-replay=done]').textContent()) ?? '';
    expect(text).toContain(`${expected.mails} mails counted`);
    expect(text).toContain(`${expected.stopped} of ${expected.mails} sends are stopped`);
    expect(text).toContain(`${expected.late} of ${expected.mails} sends are stopped`);
    expect(await page.locator('[data-effect]').textContent()).toContain(`${expected.stopped - expected.late} fewer sends are stopped of ${expected.mails}`);
    expect(await page.locator('[data-changed] summary').first().textContent()).toBe(`${expected.stopped - expected.late} asked once → goes, nothing said (no longer No subject line: ask once)`);
    expect(await page.locator('[data-changed] li').first().textContent()).toMatch(/Mail \d+, Mail \d+/);
    expect(text).not.toContain('many.mbox');
    // Under every chart its numbers; of the mails nothing is kept but the record of who allowed it.
    expect(await page.locator('canvas').count()).toBe(await page.locator('[data-replay=done] table').count());
    expect(await page.evaluate('Object.keys(localStorage).concat(Object.keys(sessionStorage))')).toEqual(['heed-studio-authorisations', 'heed-studio-edits:laat.json']);
    expect(await page.evaluate("localStorage.getItem('heed-studio-edits:laat.json')")).not.toMatch(/many\.mbox|kit\.\d/);
    expect(await page.evaluate('Promise.all([indexedDB.databases(), caches.keys()])')).toEqual([[], []]);
    // The figures stay while another page is looked at, and are said to be old once the policy has changed.
    await go(page, 'rules/out-of-hours');
    await page.getByRole('switch', { name: 'This rule runs' }).click();
    await go(page, 'replay');
    await page.getByText('These figures are from before your last change.').waitFor();
    await page.getByRole('button', { name: 'Count again' }).click();
    await page.locator('[data-effect]', { hasText: `${expected.stopped} fewer sends are stopped of ${expected.mails}` }).waitFor({ timeout: 50_000 });
    expect(await page.getByText('These figures are from before your last change.').count()).toBe(0);
    fs.rmSync(path.dirname(box), { recursive: true });
  });

  test('a replay is paused, resumed and cancelled, and a file that is no mail does not end it', async () => {
    const page = await open('replay');
    await page.getByLabel('Allowed by (role)').fill('Director of IT');
    await page.getByLabel('Minute or case').fill('Board 4.2');
    await page.getByLabel('What for').fill('Trying a change');
    await page.getByRole('button', { name: 'Record, and choose files' }).click();
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-studio-'));
    const [box, torn] = [path.join(folder, 'many.mbox'), path.join(folder, 'torn.zip')];
    writeMbox(20_000, box);
    fs.writeFileSync(torn, 'PK\u0003\u0004 and no more');
    const input = page.locator('input[type=file][accept^=".eml,.mbox"]');
    await input.setInputFiles(box);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Paused.').waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText(/About \d+ (?:seconds|minutes) left\./).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.locator('[data-replay=done]').count()).toBe(0);
    await input.setInputFiles([torn, path.join(MAIL, 'note-to-parent.eml')]);
    await page.getByRole('heading', { name: 'Not read (1)' }).waitFor();
    expect(await page.locator('[data-replay=done]').textContent()).toContain('1 mail counted');
    fs.rmSync(folder, { recursive: true });
  });

  test('opened as a file from the archive, it says that mails are replayed on the host', async () => {
    const context = await browser().newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(`${pathToFileURL(path.join(dist(), 'studio.html')).href}#/replay`);
    for (const label of ['Allowed by (role)', 'Minute or case', 'What for']) await page.getByLabel(label).fill('x');
    await page.getByRole('button', { name: 'Record, and choose files' }).click();
    await page.locator('input[type=file][accept^=".eml,.mbox"]').setInputFiles(path.join(MAIL, 'note-to-parent.eml'));
    await page.getByText('This studio was opened as a file').waitFor();
    await context.close();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing on any page, %s', async (colorScheme) => {
    const page = await open('health', 'laat', { colorScheme });
    await page.evaluate(axe);
    const found: string[] = [];
    for (const hash of PAGES) {
      await go(page, hash);
      // Groups that are shut have nothing to look at.
      if (hash === 'settings' || hash === 'documents') await page.locator('main details > summary').last().click();
      const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })");
      found.push(...violations.map(({ id, nodes }) => `${hash}: ${id}: ${nodes[0]?.html ?? ''}`));
    }
    expect(found).toEqual([]);
  });

  // 640 is 1280 at 200 %.
  test.each([640, 380, 320])('no page runs over a window of %i pixels', async (width) => {
    const page = await open('health', 'laat', { width });
    const over: string[] = [];
    for (const hash of PAGES) {
      await go(page, hash);
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (wide > width) over.push(`${hash}: ${wide}`);
    }
    expect(over).toEqual([]);
  });

  test('a rule is found, changed and tried by keyboard alone', async () => {
    const page = await open('rules');
    const tabTo = async (name: string, key = 'Tab'): Promise<void> => {
      for (let tries = 0; tries < 120; tries += 1) {
        const focused = await page.evaluate<string>("[document.activeElement.getAttribute('aria-label'), document.activeElement.labels?.[0]?.textContent, document.activeElement.textContent].find((each) => each) ?? ''");
        if (focused.trim() === name) return;
        await page.keyboard.press(key);
      }
      throw new Error(`Tab never came to ${name}.`);
    };
    await tabTo('Find a rule or setting');
    await page.keyboard.type('all staff');
    await tabTo('Message to all staff');
    await page.keyboard.press('Enter');
    await page.getByRole('spinbutton', { name: 'Colleagues written one by one' }).waitFor();
    await tabTo('Colleagues written one by one, slider');
    for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('spinbutton', { name: 'Colleagues written one by one' }).inputValue()).toBe('75');
    await tabTo('Test on last month');
    await page.keyboard.press('Enter');
    await page.getByText(/^Warnings: between 134 and 142 → between 54 and 58\./).waitFor();
    await tabTo('Undo', 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('spinbutton', { name: 'Colleagues written one by one' }).inputValue()).toBe('50');
  });

  test('every page is reached by keyboard alone, and its heading takes the focus', async () => {
    const page = await open('health');
    for (const name of ['Rules', 'Try a draft', 'Publish']) {
      await page.getByRole('navigation').getByRole('link', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name }).waitFor();
      expect(await page.evaluate('document.activeElement.textContent')).toBe(name);
    }
  });
});
