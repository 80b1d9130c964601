import { NOW, ORIGIN, studioStage } from './studio-stage';

jest.setTimeout(60_000);

/* What must not be lost, and what must not be passed over: edits, drafts, what others published, and for whom a setting counts. */
describe('edits in the built studio', () => {
  const { open, go, setNumber } = studioStage();

  test('what an academy sets for a rule is said to count for every school', async () => {
    const page = await open('academies', 'teal');
    await page.getByLabel('Name of the academy').fill('Marsh Lane Academy');
    await page.getByLabel('Domains its staff send from').fill('marsh-lane.example');
    await page.getByRole('button', { name: 'Add the academy' }).click();
    await go(page, 'rules/all-staff');
    await page.getByText('What you set here for Marsh Lane Academy counts for the senders of the whole trust.').waitFor();
    await page.getByRole('radiogroup', { name: 'A list for all staff' }).getByText('Ask for a reason').click();
    await go(page, 'publish');
    await page.getByText('Message to all staff, a list for all staff: ask once → ask for a reason (set in marsh-lane-academy.json, and counts for every school)').waitFor();
    // Once its file is gone, whoever edited it edits as the trust again.
    await go(page, 'academies');
    await page.getByRole('button', { name: 'Remove marsh-lane-academy.json' }).click();
    expect(await page.getByRole('combobox', { name: 'Who edits' }).textContent()).toContain('The Trust');
  });

  test('edits are there again after the page was closed, and are gone once they are published', async () => {
    const page = await open('rules/missing-subject');
    await page.getByRole('switch', { name: 'This rule runs' }).click();
    await page.waitForFunction("localStorage.getItem('heed-studio-edits:laat.json') !== null");
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText(/^Your edits of 18 November 2026, 10:00 are here again\. They are not published\./).waitFor();
    expect(await page.locator('[data-edits]').textContent()).toBe('Edited, not published');
    expect(await page.getByRole('switch', { name: 'This rule runs' }).isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Discard edits' }).click();
    await page.waitForFunction("localStorage.getItem('heed-studio-edits:laat.json') === null");
    await page.reload();
    expect(await page.locator('[data-edits-notice]').count()).toBe(0);
  });

  test('two windows: what one publishes is not undone by the other, whose edits come on top', async () => {
    const first = await open('rules/missing-subject');
    const second = await first.context().newPage();
    await second.clock.setFixedTime(NOW);
    await second.goto(`${ORIGIN}/studio.html#/rules/all-staff`);
    await setNumber(second, 'Colleagues written one by one', 75);
    await first.getByText('Another window of this browser edits this policy too.').waitFor();
    await second.evaluate("location.hash = '#/publish'");
    await second.getByLabel('Why').fill('Fewer questions.');
    await second.getByRole('button', { name: 'Publish', exact: true }).click();
    await second.getByRole('heading', { name: 'Version 2 is saved' }).waitFor();
    await first.getByText('Version 2 was published from another window, by Director of Colleague Services. What you see is the version before.').waitFor();
    await first.getByRole('switch', { name: 'This rule runs' }).click();
    await go(first, 'publish');
    await first.getByLabel('Why').fill('No longer needed.');
    await first.getByRole('button', { name: 'Publish', exact: true }).click();
    await first.getByText('Version 2 was published from another window while this page was open, so nothing was published.').waitFor();
    await first.getByRole('button', { name: 'Go on from version 2' }).click();
    expect(await first.locator('[data-differences] li').allTextContents()).toEqual(['No subject line, runs: yes → no']);
    await go(first, 'rules/all-staff');
    expect(await first.getByRole('spinbutton', { name: 'Colleagues written one by one' }).inputValue()).toBe('75');
  });

  test('a draft is still there after its setting was changed, and is answered under the new policy', async () => {
    const page = await open('try');
    await page.getByLabel('Subject').fill('');
    await page.getByRole('button', { name: 'What would be said?' }).click();
    await page.getByRole('heading', { name: 'Your draft: asked once' }).waitFor();
    await go(page, 'rules/missing-subject');
    await page.getByRole('switch', { name: 'This rule runs' }).click();
    await go(page, 'try');
    await page.getByRole('heading', { name: 'Your draft: asked once → goes, nothing said' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Subject' }).inputValue()).toBe('');
  });

  test('while something is to put right, a rule keeps its clause, and the place is said as the forms call it', async () => {
    const page = await open('rules/sensitive-attachment');
    await page.locator('summary', { hasText: 'Exemptions' }).click();
    await page.getByRole('button', { name: 'Add to exemptions' }).click();
    await page.getByText('One of your senders: an address, or a domain for everybody in it.').waitFor();
    expect(await page.getByText('No clause stands behind it').count()).toBe(0);
    expect(await page.getByRole('complementary', { name: 'The clauses it upholds' }).textContent()).toContain('Employees should not send out sensitive data');
    await go(page, 'publish');
    await page.getByText('Sensitive attachment without a password, exemptions, entry 1, who sends it: Write one, such as office@oakfield.example.').waitFor();
  });

  test('a file that cannot be opened is said in view, wherever on the page one is, and changes nothing', async () => {
    const page = await open('rules/missing-subject');
    await page.getByRole('switch', { name: 'This rule runs' }).waitFor();
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await page.locator('header input[type=file]').setInputFiles({ name: 'cut-short.json', mimeType: 'application/json', buffer: Buffer.from('{ "name": "Oak",') });
    const said = page.getByText('cut-short.json could not be opened, and what you see has not changed. Line 1, column 17: the file ends too early.');
    await said.waitFor();
    const box = (await said.boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThan(900);
    await page.locator('header input[type=file]').setInputFiles({ name: 'note.eml', mimeType: 'message/rfc822', buffer: Buffer.from('From: a@b.example') });
    await page.getByText('note.eml is mail, not a policy. Open one mail under Try a draft, and many under Replay.').waitFor();
  });
});
