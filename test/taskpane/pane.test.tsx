/** @jest-environment jsdom */
import './browser-globals';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import type { DraftSource, Fix, Policy, Report } from '../../src/domain';
import { check } from '../../src/check';
import { inspectFile } from '../../src/check';
import { Pane } from '../../src/taskpane/pane';
import type { PaneProps } from '../../src/taskpane/pane';
import { registerHeedIcons, speak } from '../../src/ui';
import { shippedPolicy } from '../policy-for-tests';
import type { Story } from '../story';
import { checkerFor, fakeHost } from './fake-host';
import type { FakeHost } from './fake-host';

// A page of Fluent takes seconds to draw on a busy machine.
jest.setTimeout(60_000);
registerHeedIcons();
afterEach(cleanup);

const laat = shippedPolicy('laat');
const policy: Policy = { ...laat, organisation: { ...laat.organisation, internalDomains: ['oakfield.example'] } };

/** A Wednesday in term: ten in the morning, and late. */
const MORNING = Date.parse('2026-11-18T10:00:00Z');
const EVENING = '2026-11-18T21:40:00Z';

const register = { name: 'register.csv', text: 'Name,UPN,SEN status\nA Test,H801200001001,K\nB Test,P207000016049,E\n' };
const risky: Story = { to: ['r.parent@gmail.com'], attachments: [register] };
const ordinary: Story = { to: ['kit@oakfield.example'] };

interface Opened {
  readonly host: FakeHost;
  readonly user: ReturnType<typeof userEvent.setup>;
}

async function open(story: Story, props: Partial<PaneProps> = {}, host = fakeHost(story)): Promise<Opened> {
  const user = userEvent.setup();
  render(<Pane host={host} policy={policy} check={checkerFor(policy)} clock={() => MORNING} version="0.1.0" build="abc123" {...props} />);
  await screen.findByRole('button', { name: 'Check this draft again' });
  return { host, user };
}

const heading = (): string => screen.getByRole('heading', { level: 1 }).textContent;
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const spoken = (): string => screen.getByRole('status').textContent;

/** What axe finds that jsdom can tell; colours and sizes are for the browser. */
async function accessibilityProblems(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: true } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('opening the pane', () => {
  test('on an ordinary draft says so quietly, and puts the focus on the heading', async () => {
    await open(ordinary);
    expect(heading()).toBe('Nothing to say about this draft');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    expect(screen.queryByRole('article')).toBeNull();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('shows a finding with its severity in words, masked evidence, place, clause, basis and document', async () => {
    await open(risky);
    const card = screen.getAllByRole('article')[0]!;
    expect(within(card).getByText('Needs a reason')).toBeTruthy();
    expect(within(card).getByText(/'register.csv' holds 2 pupils'/)).toBeTruthy();
    expect(within(card).getByText('register.csv > line 2')).toBeTruthy();
    expect(card.textContent).toContain('•001');
    expect(card.textContent).not.toContain('H801200001001');
    expect(within(card).getByText('Policy')).toBeTruthy();
    expect(within(card).getByText('LAAT policy V1, Systems and data security:')).toBeTruthy();
    expect(card.querySelector('blockquote')?.textContent).toContain('Employees should not send out sensitive data through email');
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('shows at once what the dialog handed over for exactly this draft, without opening a file', async () => {
    const host = fakeHost(risky);
    const report = await checkerFor(policy)(host.source);
    host.handed = { report, fingerprint: (await host.fingerprint()) as string };
    host.reads.length = 0;
    await open(risky, {}, host);
    expect(screen.getAllByRole('article').length).toBe(report.findings.length);
    expect(host.reads.filter((read) => read.startsWith('open'))).toEqual([]);
  });

  test('after the dialog, puts what its button promised first, as the one to press, with the focus on it', async () => {
    const host = fakeHost({ ...risky, to: ['office@fellside.example'] });
    const report = await checkerFor(policy)(host.source);
    const [lead] = report.findings;
    expect(lead?.button).toBe('Remove attachment');
    const findings = [{ ...lead!, fixes: [...lead!.fixes].reverse() }, ...report.findings.slice(1)];
    host.handed = { report: { ...report, findings }, fingerprint: (await host.fingerprint()) as string };
    await open(risky, {}, host);
    const [first, second] = within(screen.getAllByRole('article')[0]!).getAllByRole('button');
    expect(first!.textContent).toContain('Remove “register.csv”');
    expect(first!.className).toContain('ms-Button--primary');
    expect(second!.className).not.toContain('ms-Button--primary');
    expect(document.activeElement).toBe(first);
  });

  test.each<[string, (host: FakeHost, report: Report) => void]>([
    ['is of another draft', (host, report) => (host.handed = { report, fingerprint: 'another' })],
    ['names an attachment that is gone', (host, report) => (host.handed = { report: { ...report, findings: report.findings.map((finding) => ({ ...finding, fixes: [{ do: 'remove-attachment', attachment: 'gone.csv' }] })) }, fingerprint: '' })],
    ['had to be shortened', (host, report) => (host.handed = { report: { ...report, findings: report.findings.map((finding) => ({ ...finding, evidence: [] })) }, fingerprint: '' })],
    ['offers a time that has passed', (host, report) => (host.handed = { report: { ...report, findings: report.findings.map((finding) => ({ ...finding, fixes: [{ do: 'schedule', at: MORNING - 1 }] })) }, fingerprint: '' })],
  ])('checks anew when what was handed over %s', async (_, spoil) => {
    const host = fakeHost(risky);
    spoil(host, await checkerFor(policy)(host.source));
    if (host.handed?.fingerprint === '') host.handed = { ...host.handed, fingerprint: (await host.fingerprint()) as string };
    await open(risky, {}, host);
    expect(host.reads).toContain('open register.csv');
    expect(button('Remove “register.csv”')).toBeTruthy();
  });

  test('says that it does not know who gets it while Outlook names nobody, and looks again', async () => {
    const told = 'Outlook does not say yet who it goes to. When it does, Heed looks again.';
    const { host } = await open({ ...risky, to: [] });
    expect(screen.getByText(told)).toBeTruthy();
    host.draft.story = ordinary;
    host.tell();
    await waitFor(() => expect(screen.queryByText(told)).toBeNull());
    expect(screen.getByText('There is nothing to put right.')).toBeTruthy();
  });

  test('says that it cannot check when the check breaks, and offers another', async () => {
    let isBroken = true;
    const { user } = await open(ordinary, { check: (source) => (isBroken ? Promise.reject(new Error('broken')) : check(source, policy)) });
    expect(heading()).toBe('Heed could not check this draft');
    isBroken = false;
    await user.click(button('Check this draft again'));
    await waitFor(() => expect(heading()).toBe('Nothing to say about this draft'));
  });

  test('says what was not checked, and why', async () => {
    const locked = { name: 'forms.zip', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]) };
    await open({ to: ['kit@oakfield.example'], attachments: [locked] });
    expect(heading()).toBe('Not everything could be checked');
    expect(within(screen.getByRole('region', { name: 'Not checked' })).getByText(/forms\.zip/)).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('says that sending is not checked in an Outlook that is too old, and asks for no reason there', async () => {
    await open(risky, {}, fakeHost(risky, { checksSends: false }));
    expect(screen.getByText('Sending is not checked in this Outlook')).toBeTruthy();
    expect(screen.queryByRole('radiogroup')).toBeNull();
    expect(screen.queryByText(/Send Anyway/)).toBeNull();
  });

  test('names what is read while it is read', async () => {
    const host = fakeHost({ ...risky, attachments: [register, { ...register, name: 'other.csv' }] });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { source } = host;
    Object.assign(host, { source: { ...source, open: async (id: string) => (await held, source.open(id)) } });
    render(<Pane host={host} policy={policy} check={checkerFor(policy)} clock={() => MORNING} version="0.1.0" build="abc123" />);
    expect(await screen.findByText('Reading attachment 2 of 2: other.csv')).toBeTruthy();
    expect(screen.getByRole('progressbar')).toBeTruthy();
    await act(async () => {
      release();
      await Promise.resolve();
    });
    await screen.findByRole('button', { name: 'Check this draft again' });
  });

  test('reads nothing but the people of a draft to protected correspondents', async () => {
    const { host } = await open({ to: ['helpline@protect-advice.org.uk'], attachments: [register] });
    expect(heading()).toBe('Nothing to say about this draft');
    expect(host.reads.filter((read) => read !== 'recipients' && read !== 'sender')).toEqual([]);
    await act(async () => {
      host.tell();
      await Promise.resolve();
    });
    expect(host.reads.filter((read) => read !== 'recipients' && read !== 'sender')).toEqual([]);
  });
});

/** A check that finds what the real one does, with these fixes on the first finding and none on the others. */
function offering(fixes: readonly Fix[]): (from: DraftSource) => Promise<Report> {
  return async (from) => {
    const report = await checkerFor(policy)(from);
    return { ...report, findings: report.findings.map((finding, index) => ({ ...finding, fixes: index === 0 ? fixes : [] })) };
  };
}

describe('putting it right', () => {
  test('removes the attachment, checks again at once, says so and goes to the heading', async () => {
    const { host, user } = await open({ ...risky, to: ['office@fellside-centre.example'] });
    await user.click(button('Remove “register.csv”'));
    await waitFor(() => expect(heading()).toBe('Nothing to say about this draft'));
    expect(host.changes).toEqual([{ do: 'remove-attachment', attachment: 'register.csv' }]);
    expect(spoken()).toBe('“register.csv” is removed. Nothing to say about this draft.');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('removes a recipient', async () => {
    const { host, user } = await open({ ...risky, to: ['kit@oakfield.example', 'r.parent@gmail.com'] });
    await user.click(screen.getAllByRole('button', { name: 'Remove r.parent@gmail.com' })[0]!);
    await waitFor(() => expect(screen.getByText('r.parent@gmail.com is removed.')).toBeTruthy());
    expect(host.draft.story.to).toEqual(['kit@oakfield.example']);
  });

  test('adds the subject in the field, with the suggestion in it', async () => {
    const { host, user } = await open({ ...ordinary, subject: '', body: 'Here is the rota for the open evening. See you there.' });
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Subject' });
    expect(field.value).toContain('rota for the open evening');
    await user.clear(field);
    await user.click(button('Use this subject'));
    expect(screen.getByText('Write a few words that say what this is about.')).toBeTruthy();
    expect(host.changes).toEqual([]);
    await user.type(field, 'Open evening: who does what{Enter}');
    await waitFor(() => expect(heading()).toBe('Nothing to say about this draft'));
    expect(host.draft.story.subject).toBe('Open evening: who does what');
  });

  test('schedules for the next working start', async () => {
    const late = { ...ordinary, at: EVENING };
    const { host, user } = await open(late, { clock: () => Date.parse(EVENING) });
    await user.click(button('Schedule it for tomorrow at 07:30'));
    await waitFor(() => expect(heading()).toBe('Nothing to say about this draft'));
    expect(host.draft.story.deliverAt).toBe('2026-11-19T07:30:00.000Z');
  });

  test('replies to the sender only', async () => {
    const all: Policy = { ...policy, organisation: { ...policy.organisation, groups: [{ address: 'all@oakfield.example', name: 'All Staff', size: 71, school: null, allStaff: true }] } };
    const story: Story = { to: ['kit@oakfield.example', 'all@oakfield.example'], thread: 'reply', subject: 'Re: Lost keys' };
    const { host, user } = await open(story, { policy: all, check: checkerFor(all) });
    await user.click(button('Reply to the sender only'));
    await waitFor(() => expect(heading()).toBe('Nothing to say about this draft'));
    expect(host.draft.story.to).toEqual(['kit@oakfield.example']);
  });

  test('moves everyone to Bcc', async () => {
    const report: Report = {
      ...(await checkerFor(policy)(fakeHost(risky).source)),
      findings: [{ ...(await checkerFor(policy)(fakeHost(risky).source)).findings[0]!, fixes: [{ do: 'move-to-bcc' }] }],
    };
    const { host, user } = await open(risky, { check: () => Promise.resolve(report) });
    await user.click(button(/Move everyone to Bcc/));
    await waitFor(() => expect(screen.getByText('Everyone is in Bcc now.')).toBeTruthy());
    expect(host.draft.story).toMatchObject({ to: [], bcc: ['r.parent@gmail.com'] });
  });

  test.each<[string, Fix, string | RegExp, string | RegExp, (host: FakeHost) => unknown, unknown]>([
    ['takes words out of the text', { do: 'remove-words', what: 'password', places: [{ start: 5, end: 9 }] }, 'Remove the password from the text', 'The password is no longer in the text. Read line 1 again: the words around it are still there.', ({ draft }) => draft.story.body, 'PIN: , see you.'],
    ['saves the draft', { do: 'save-draft' }, 'Save it as a draft', 'It is saved in Drafts.', ({ changes }) => changes, [{ do: 'save-draft' }]],
    ['remembers what is not mine', { do: 'not-mine', address: 'sam@gmail.com' }, 'sam@gmail.com is not mine', /Noted: sam@gmail.com/, ({ said }) => said.personal.notMine, ['sam@gmail.com']],
    ['remembers who is family', { do: 'family', address: 'Ada@pupils.example' }, 'Ada@pupils.example is family', /for you alone: Ada@pupils.example/, ({ said }) => said.personal.family, ['ada@pupils.example']],
    ['opens an email to the one to tell', { do: 'tell', role: 'dpo', about: 'data' }, /Tell: Data protection officer/, /A new email is open/, ({ said }) => said.emails.map(({ to, subject }) => [to, subject]), [['dpo@trust.example', 'Something I may have sent by mistake']]],
    ['opens a report of a slip', { do: 'tell', role: 'it', about: 'slip' }, 'Report a slip to: IT Services', /A new email is open/, ({ said }) => said.emails.map(({ to, text }) => [to, text.includes('line manager')]), [['it@trust.example', true]]],
  ])('%s', async (_name, fix, name, told, what, is) => {
    const story: Story = { ...risky, body: 'PIN: 1234, see you.' };
    const own: Policy = { ...policy, organisation: { ...policy.organisation, contacts: { dpo: 'Data protection: dpo@trust.example, ext 204.', it: 'it@trust.example' } } };
    const { host, user } = await open(story, { policy: own, check: offering([fix]) });
    await user.click(button(name));
    await waitFor(() => expect(screen.getByText(told, { selector: 'p' })).toBeTruthy());
    expect(what(host)).toEqual(is);
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('takes a password out with what announces it', async () => {
    const { host, user } = await open({ to: ['office@fellside.example'], body: 'Hello,\nusername is supply3 and the password is Autumn2026!\nAna' });
    await user.click(button('Remove the password from the text'));
    await screen.findByText('The password is no longer in the text.', { selector: 'p' });
    expect(host.draft.story.body).toBe('Hello,\nusername is supply3\nAna');
  });

  test.each([
    ['The password is Sunflower22! Thanks', 'Thanks'],
    ['The password is Sunflower22? Bye', 'Bye'],
    ['The password is Sunflower22. Thanks', 'Thanks'],
    ['Hi Tom.\nThe password is Sunflower22!\nThanks', 'Hi Tom.\n\nThanks'],
    ['Hi Tom. The password is Sunflower22! Can you tell Sam? Thanks', 'Hi Tom. Can you tell Sam? Thanks'],
    ['Here is the file and the password is Sunflower22! Bye', 'Here is the file! Bye'],
    ['The password is Sunflower22 until Friday. Thanks', 'until Friday. Thanks'],
    ['The password is Sunflower22 thanks', 'thanks'],
  ])('takes “%s” for one password, and finds no other in what is left', async (body, left) => {
    const { host, user } = await open({ to: ['office@fellside.example'], body });
    await user.click(button('Remove the password from the text'));
    await waitFor(() => expect(heading()).toBe('Nothing to say about this draft'));
    expect(host.draft.story.body).toBe(left);
  });

  test('offers no button for each of a crowd, and as many as there are of a few', async () => {
    const to = Array.from({ length: 12 }, (_, index) => `parent${index}@gmail.com`);
    await open({ to });
    expect(screen.queryByRole('button', { name: /^Remove parent/ })).toBeNull();
    cleanup();
    await open({ to: to.slice(0, 3) });
    expect(screen.getAllByRole('button', { name: /^Remove parent/ })).toHaveLength(3);
  });

  test('takes a crowd of the sender’s own accounts out at one press, and leaves one to be called somebody else’s', async () => {
    const own = ['gmail.com', 'hotmail.com', 'outlook.com', 'yahoo.co.uk', 'icloud.com'].map((domain) => `dee.marlow@${domain}`);
    const { host, user } = await open({ to: [...own, 'kit@oakfield.example'], attachments: [{ name: 'lesson plan.txt', text: 'Photosynthesis' }] });
    expect(screen.queryByRole('button', { name: /^Remove dee/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'dee.marlow@gmail.com is not mine' })).toBeTruthy();
    await user.click(button('Remove all 5 addresses'));
    await screen.findByText('5 addresses are removed.', { selector: 'p' });
    expect(host.draft.story.to).toEqual(['kit@oakfield.example']);
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('takes no words out of a draft that has changed since', async () => {
    const { host, user } = await open({ ...risky, body: 'PIN: 1234' }, { check: offering([{ do: 'remove-words', what: 'details', places: [{ start: 5, end: 9 }] }]) });
    host.draft.story = { ...host.draft.story, body: 'The PIN: 1234' };
    await user.click(button('Remove these details from the text'));
    await waitFor(() => expect(screen.getByText('That did not work, because the draft has changed since it was checked.', { selector: 'p' })).toBeTruthy());
    expect(host.changes).toEqual([]);
  });

  test('says how to change From, links a page over https, and offers nothing it cannot do', async () => {
    const fixes: readonly Fix[] = [
      { do: 'change-from', address: 'a.marlowe@oakfield.example' },
      { do: 'open-page', page: 'onedrive', url: 'https://oakfield.sharepoint.com/' },
      { do: 'open-page', page: 'sharing', url: 'javascript:alert(1)' },
      { do: 'open-page', page: 'bulletin', label: 'the Friday bulletin', url: 'https://oakfield.example/bulletin' },
      { do: 'tell', role: 'dsl', about: 'data' },
      { do: 'remove-words', what: 'details', places: [] },
    ];
    await open(risky, { check: offering(fixes) });
    expect(screen.getByText(/open From above the draft and choose a.marlowe@oakfield.example/)).toBeTruthy();
    expect(screen.getByRole<HTMLAnchorElement>('link', { name: /Open OneDrive/ }).href).toBe('https://oakfield.sharepoint.com/');
    expect(screen.queryByRole('link', { name: /how files are shared/ })).toBeNull();
    expect(screen.getByRole<HTMLAnchorElement>('link', { name: 'Use the Friday bulletin instead (opens in the browser)' }).href).toBe('https://oakfield.example/bulletin');
    expect(screen.queryByRole('button', { name: /Tell|Remove these/ })).toBeNull();
  });

  test('says why a fix did not work, leaves the finding, and goes to the words', async () => {
    const { host, user } = await open(risky);
    host.refuse = { 'remove-attachment': 'Outlook refused to remove the attachment' };
    await user.click(button('Remove “register.csv”'));
    const said = await screen.findByText('That did not work, because Outlook refused to remove the attachment.', { selector: 'p' });
    expect(document.activeElement?.contains(said)).toBe(true);
    expect(button('Remove “register.csv”')).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('is done once, however often the button is pressed', async () => {
    const { host, user } = await open(risky);
    await user.dblClick(button('Remove “register.csv”'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove “register.csv”' })).toBeNull());
    expect(host.changes.length).toBe(1);
  });

  test('can all be done with the keyboard', async () => {
    const { host, user } = await open(risky);
    await user.tab();
    expect(document.activeElement).toBe(button('Remove “register.csv”'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(host.changes.length).toBe(1));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })));
  });
});

describe('a password-protected copy', () => {
  test('takes the place of the attachment, shows its password once, and clears the finding', async () => {
    const { host, user } = await open({ ...risky, to: ['office@fellside-centre.example'] });
    await user.click(button('Replace “register.csv” with a password-protected copy'));
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Password' });
    await waitFor(() => expect(heading()).toBe('Nothing to say about this draft'));
    expect(host.changes.map((change) => change.do)).toEqual(['add-attachment', 'remove-attachment']);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'The protected file is attached' }));
    const inspection = await inspectFile('register.zip', host.attached.get('register.zip')!);
    expect(inspection.protection).toBe('protected');
    expect(await accessibilityProblems()).toEqual([]);

    const password = field.value;
    expect(password).toMatch(/^([a-z]+-){5}\d{4}$/);
    expect(spoken()).not.toContain(password);
    expect(JSON.stringify(host.draft.story)).not.toContain(password);
    expect(JSON.stringify(host.kept)).not.toContain(password);

    await user.click(button('Copy the password'));
    expect(await navigator.clipboard.readText()).toBe(password);
    await waitFor(() => expect(spoken()).toBe('The password is copied.'));

    await user.click(button('I have the password: hide it'));
    expect(document.body.textContent).not.toContain(password);
    expect(document.body.innerHTML).not.toContain(password);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  test('leaves the original where it is when the copy cannot be attached', async () => {
    const { host, user } = await open(risky);
    host.refuse = { 'add-attachment': 'it is larger than Outlook takes' };
    await user.click(button('Replace “register.csv” with a password-protected copy'));
    await screen.findByText('That did not work, because it is larger than Outlook takes.', { selector: 'p' });
    expect(host.draft.story.attachments?.map(({ name }) => name)).toEqual(['register.csv']);
    expect(screen.queryByRole('textbox', { name: 'Password' })).toBeNull();
  });

  test('says so when the original cannot be removed after it, and shows the password all the same', async () => {
    const { host, user } = await open(risky);
    host.refuse = { 'remove-attachment': 'Outlook did not remove the attachment in time' };
    await user.click(button('Replace “register.csv” with a password-protected copy'));
    await screen.findByText(/“register.zip” is attached, but “register.csv” is still there/, { selector: 'p' });
    expect(screen.getByRole('textbox', { name: 'Password' })).toBeTruthy();
  });
});

describe('giving a reason', () => {
  test('has to be chosen, is kept for this draft, and says what comes next', async () => {
    const { host, user } = await open(risky);
    await user.click(button('Give this reason'));
    expect(screen.getByText('Choose a reason first.')).toBeTruthy();
    expect(host.kept).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'It holds only their own child’s data.' }));
    await user.click(button('Give this reason'));
    await waitFor(() => expect(heading()).toBe('Your reason is noted: press Send again'));
    expect(host.kept).toEqual({ code: 'own-child-only', note: null, fingerprint: await host.fingerprint() });
    expect(screen.queryByRole('radio')).toBeNull();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('offers the six reasons of the policy and no note unless there is room for one', async () => {
    await open(risky);
    expect(screen.getAllByRole('radio').length).toBe(6);
    expect(screen.queryByRole('textbox', { name: 'A note, if one is needed' })).toBeNull();
    cleanup();
    const { host, user } = await open(risky, { policy: { ...policy, audit: { ...policy.audit, notes: true } } });
    await user.click(screen.getByRole('radio', { name: 'My manager agreed.' }));
    await user.type(screen.getByRole('textbox', { name: 'A note, if one is needed' }), 'By phone, at ten.');
    await user.click(button('Give this reason'));
    await waitFor(() => expect(host.kept?.note).toBe('By phone, at ten.'));
  });

  test('is said on the card it answers, and what to press next is said once', async () => {
    const { user } = await open(risky);
    await user.click(screen.getByRole('radio', { name: 'My manager agreed.' }));
    await user.click(button('Give this reason'));
    await waitFor(() => expect(screen.getAllByText('A reason is given')).toHaveLength(1));
    expect(screen.queryByText('Needs a reason')).toBeNull();
    expect((document.querySelector('main')?.textContent ?? '').match(/press Send again/gi)).toHaveLength(2);
  });

  test('about whose data it is answers no password', async () => {
    const locked: Story = { to: ['office@fellside.example'], body: 'username: supply1 password: Autumn2026!' };
    await open(locked);
    const offered = screen.getAllByRole('radio').map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent);
    expect(offered).toEqual(['The recipient is entitled to it.', 'A child is at risk now.', 'It is not sensitive: this is a wrong match.', 'My manager agreed.']);
  });

  test('offers the policy’s own reasons in its own words', async () => {
    const own: Policy = { ...policy, reasons: [...policy.reasons.slice(0, 2), { code: 'governor', text: 'A governor asked for it.' }] };
    const { host, user } = await open(risky, { policy: own });
    await user.click(screen.getByRole('radio', { name: 'A governor asked for it.' }));
    await user.click(button('Give this reason'));
    await waitFor(() => expect(screen.getByText('Reason given: A governor asked for it.')).toBeTruthy());
    expect(host.kept?.code).toBe('governor');
  });

  test('is offered to a safeguarding lead first, at a warning too, and lets it go at once', async () => {
    const warned = async (from: DraftSource): Promise<Report> => {
      const report = await checkerFor(policy)(from);
      return { ...report, verdict: 'warn', isSafeguarding: true, findings: report.findings.map((finding) => ({ ...finding, severity: 'warn' })) };
    };
    const { host, user } = await open(risky, { check: warned });
    expect(screen.getAllByRole('button')[0]).toBe(button('A child is at risk now: send it at once'));
    await user.click(button('A child is at risk now: send it at once'));
    await waitFor(() => expect(heading()).toBe('Your reason is noted: press Send again'));
    expect(host.kept?.code).toBe('child-at-risk');
    expect(screen.queryByRole('radio')).toBeNull();
  });

  test('is void after any change to the draft, and the pane says so', async () => {
    const { host, user } = await open(risky);
    await user.click(screen.getByRole('radio', { name: 'My manager agreed.' }));
    await user.click(button('Give this reason'));
    await waitFor(() => expect(heading()).toBe('Your reason is noted: press Send again'));
    host.draft.story = { ...host.draft.story, body: 'One more thing.' };
    act(() => host.tell());
    expect(await screen.findByText(/The draft has changed, so the reason given before no longer counts/, { selector: 'p' })).toBeTruthy();
    await waitFor(() => expect(screen.getAllByRole('radio').length).toBe(6));
  });

  test('is not kept when the draft changed while the pane was read', async () => {
    const { host, user } = await open(risky);
    await user.click(screen.getByRole('radio', { name: 'My manager agreed.' }));
    host.draft.story = { ...host.draft.story, subject: 'Another subject' };
    await user.click(button('Give this reason'));
    await screen.findByText(/^The draft has changed, so your reason was not kept/, { selector: 'p' });
    expect(host.kept).toBeNull();
  });

  test('is not claimed to be kept when Outlook does not keep it', async () => {
    const { host, user } = await open(risky);
    host.refuse = { justify: 'Outlook could not remember this draft' };
    await user.click(screen.getByRole('radio', { name: 'My manager agreed.' }));
    await user.click(button('Give this reason'));
    await screen.findByText('That did not work, because Outlook could not remember this draft.', { selector: 'p' });
    expect(screen.getAllByRole('radio').length).toBe(6);
  });

  test('cannot be given for a block, which says whom to call instead', async () => {
    const strict: Policy = {
      ...policy,
      organisation: { ...policy.organisation, contacts: { dpo: 'dpo@oakfield.example', it: 'ext 200', hr: 'ext 240' } },
      languageHelp: 'Need help in another language? Contact the HR Department.',
      rules: { ...policy.rules, 'sensitive-attachment': { ...policy.rules['sensitive-attachment']!, severity: { ...policy.rules['sensitive-attachment']!.severity, outside: 'block' } } },
    };
    await open(risky, { policy: strict, check: checkerFor(strict) });
    expect(heading()).toBe('This draft cannot be sent as it is');
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getAllByText(/If this is wrong, call IT Services: ext 200\./).length).toBeGreaterThan(0);
    expect(screen.getByText('Data protection officer: dpo@oakfield.example')).toBeTruthy();
    expect(screen.getByText('Need help in another language? Contact the HR Department. ext 240')).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe('in another language', () => {
  afterEach(() => void speak('en-GB', []));

  test.each([
    ['pl', 'Sprawdź tę wiadomość ponownie', 'Usuń „register.csv”', 'Zaplanuj wysłanie: jutro o 07:30', /Regulamin Twojej szkoły jest po angielsku/, /HR Department.*ext 240/],
    ['cy', 'Gwirio’r drafft hwn eto', 'Tynnu “register.csv”', 'Trefnu ei anfon yfory am 07:30', /Yn Saesneg y mae polisi/, /HR Department.*ext 240/],
  ])('%s: buttons and help speak it, the clause stays as it is written, and says so', async (tag, again, remove, schedule, policyLine, helpLine) => {
    speak(tag, ['cy', 'pl']);
    const own: Policy = { ...policy, organisation: { ...policy.organisation, contacts: { hr: 'ext 240' } } };
    render(<Pane host={fakeHost({ ...risky, at: EVENING })} policy={own} check={checkerFor(own)} clock={() => Date.parse(EVENING)} version="0.1.0" build="abc" />);
    await screen.findByRole('button', { name: again });
    expect(button(remove)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: schedule }).length).toBeGreaterThan(0);
    const quotes = [...document.querySelectorAll('blockquote')];
    expect(quotes[0]?.textContent).toContain('Employees should not send out sensitive data through email');
    expect(quotes.every(({ lang }) => lang === 'en-GB')).toBe(true);
    expect([screen.getByText(policyLine), screen.getByText(helpLine)]).toHaveLength(2);
    for (const name of screen.getAllByRole('button').map((each) => each.textContent)) expect(name).not.toMatch(/\b(?:Remove|Check|Schedule|Give|Show)\b/);
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe('whom to ask, and what this is', () => {
  test('is the line manager when the policy names nobody', async () => {
    await open(risky);
    expect(screen.getByText('Ask your line manager.')).toBeTruthy();
  });

  test('is the sender’s own school before the trust', async () => {
    const school = { id: 'oakfield', name: 'Oakfield', domains: ['oakfield.example'], hours: null, terms: [], staff: null, contacts: { it: 'ext 31' } };
    const own: Policy = { ...policy, organisation: { ...policy.organisation, schools: [school], contacts: { it: 'ext 200', dsl: 'ext 9' } } };
    await open(risky, { policy: own, check: checkerFor(own) });
    expect(screen.getByText('IT Services: ext 31')).toBeTruthy();
    expect(screen.getByText('Safeguarding lead (DSL): ext 9')).toBeTruthy();
  });

  test('is said beside a finding for whose rule the policy names somebody, and beside no other', async () => {
    const named: Policy = { ...policy, organisation: { ...policy.organisation, contacts: { head: 'Jo Lowe, ext 101', dpo: 'ext 7' }, contactFor: { 'sensitive-attachment': 'dpo' } } };
    await open(risky, { policy: named, check: checkerFor(named) });
    expect(screen.getAllByText(/^Not sure\? /).map(({ textContent }) => textContent)).toEqual(['Not sure? Data protection officer: ext 7']);
  });

  test('names the policy, its version and the build, and that nothing is reported', async () => {
    await open(ordinary);
    expect(screen.getByText(/Policy: LAAT, V1/)).toBeTruthy();
    expect(screen.getByText(/Heed 0.1.0, build abc123/)).toBeTruthy();
    expect(screen.getByText(/Nothing about it leaves this computer/)).toBeTruthy();
  });

  test('links the live policy over https and nothing else', async () => {
    const live = (liveUrl: string): Policy => ({ ...policy, documents: Object.fromEntries(Object.entries(policy.documents).map(([id, document]) => [id, { ...document, liveUrl }])) });
    const good = live('https://policies.oakfield.example/ict');
    await open(risky, { policy: good, check: checkerFor(good) });
    const link = screen.getAllByRole('link', { name: /Read the current/ })[0]!;
    expect(link.getAttribute('href')).toBe('https://policies.oakfield.example/ict');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    cleanup();
    const bad = live('javascript:alert(1)');
    await open(risky, { policy: bad, check: checkerFor(bad) });
    expect(screen.queryAllByRole('link')).toEqual([]);
  });

  test('shows the first places of many, and the rest on demand', async () => {
    const { user } = await open(risky);
    const card = screen.getAllByRole('article')[0]!;
    const before = within(card).getAllByRole('listitem').length;
    await user.click(within(card).getByRole('button', { name: /^Show / }));
    expect(within(card).getAllByRole('listitem').length).toBeGreaterThan(before);
    expect(document.activeElement?.tagName).toBe('LI');
  });
});
