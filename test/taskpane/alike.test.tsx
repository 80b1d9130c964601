/** @jest-environment jsdom */
import './browser-globals';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import type { Policy, ReportedFinding } from '../../src/domain';
import { inspectFile } from '../../src/check';
import { adviceForAll, groupsOf } from '../../src/taskpane/groups';
import { Pane } from '../../src/taskpane/pane';
import { registerHeedIcons } from '../../src/ui';
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
const MORNING = Date.parse('2026-11-18T10:00:00Z');

const TEXT = 'Name,UPN,SEN status\nA Test,H801200001001,K\nB Test,P207000016049,E\n';
const register = (number: number): { name: string; text: string } => ({ name: `list ${number}.csv`, text: TEXT });
const lists = (count: number): Story => ({ to: ['office@fellside-centre.example'], attachments: Array.from({ length: count }, (_, index) => register(index + 1)) });

async function open(story: Story, host: FakeHost = fakeHost(story)): Promise<{ host: FakeHost; user: ReturnType<typeof userEvent.setup> }> {
  const user = userEvent.setup();
  render(<Pane host={host} policy={policy} check={checkerFor(policy)} clock={() => MORNING} version="0.1.0" build="abc123" />);
  await screen.findByRole('button', { name: 'Check this draft again' });
  return { host, user };
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const heading = (): string => screen.getByRole('heading', { level: 1 }).textContent;

describe('alike findings', () => {
  test('stand in one card: advice and clause once, then each with its place and its own buttons, and the heading counts them all', async () => {
    await open(lists(5));
    const [card, ...others] = screen.getAllByRole('article');
    expect(others).toEqual([]);
    expect(screen.getByRole('article', { name: 'Sensitive attachment without a password 5 of these' })).toBe(card);
    expect(heading()).toBe('5 things to look at before you send');
    expect(card!.querySelectorAll('blockquote')).toHaveLength(1);
    expect(within(card!).getByText("Remove each file, or send it as a password-protected file. Tell them only what they need.")).toBeTruthy();
    for (let number = 1; number <= 5; number += 1) {
      const item = within(card!).getByText(new RegExp(`^'list ${number}.csv' holds 2 pupils'`)).closest('li')!;
      expect(within(item).getByRole('group', { name: new RegExp(`^Where: 'list ${number}.csv' holds`) }).textContent).toContain(`list ${number}.csv > lines 2–3: 2 pupils' SEN needs and UPNs`);
      expect(within(item).getByRole('button', { name: `Remove: “list ${number}.csv”` }).textContent).toContain('Remove');
      expect(within(item).getByRole('button', { name: `Add password: “list ${number}.csv”` })).toBeTruthy();
    }
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test('of which there are many are all there, the rest at a press that goes on to the first of them', async () => {
    const { user } = await open(lists(30));
    const card = screen.getByRole('article');
    expect(within(card).getAllByRole('button', { name: /^Remove: / })).toHaveLength(5);
    await user.click(button('Show 25 more'));
    expect(within(card).getAllByRole('button', { name: /^Remove: / })).toHaveLength(30);
    expect(card.contains(document.activeElement)).toBe(true);
    expect(document.activeElement?.closest('li')?.textContent).toContain('list 6.csv');
  });

  test('are removed one by one or all at once, and what could not be removed is named', async () => {
    const { host, user } = await open(lists(4));
    await user.click(button('Remove: “list 2.csv”'));
    await waitFor(() => expect(heading()).toBe('3 things to look at before you send'));
    const change = host.change.bind(host);
    host.change = (wanted) => (wanted.do === 'remove-attachment' && wanted.attachment === 'list 3.csv' ? Promise.resolve({ unreadable: 'it is no longer attached' }) : change(wanted));
    await user.click(button('Remove all 3 files'));
    await screen.findByText('2 files are removed. Still there: “list 3.csv”. Remove them yourself.');
    expect(host.draft.story.attachments?.map(({ name }) => name)).toEqual(['list 3.csv']);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  test('are replaced with one protected file, whose password is shown', async () => {
    const { host, user } = await open({ ...lists(3), attachments: [register(1), register(2), register(3), { name: 'rota.csv', text: 'Monday,Tuesday\n' }] });
    await user.click(button('Replace all 3 files with one password-protected file'));
    await screen.findByText('3 files are replaced with the protected file “Protected files.zip”. Its password is shown below.');
    expect(heading()).toBe('Nothing to say about this draft');
    expect(host.draft.story.attachments?.map(({ name }) => name)).toEqual(['rota.csv', 'Protected files.zip']);
    expect((await inspectFile('Protected files.zip', host.attached.get('Protected files.zip')!)).protection).toBe('protected');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Password' }).value).toMatch(/^([a-z]+-){5}\d{4}$/);
  });

  test('stay as they are when one of them cannot be read, and the pane says which', async () => {
    const host = fakeHost(lists(3));
    const { source } = host;
    let isBroken = false;
    Object.assign(host, { source: { ...source, open: (id: string) => (isBroken && id === 'list 2.csv' ? Promise.resolve({ unreadable: 'it is gone' }) : source.open(id)) } });
    const { user } = await open(lists(3), host);
    isBroken = true;
    await user.click(button('Replace all 3 files with one password-protected file'));
    expect(await screen.findAllByText('That did not work for “list 2.csv”, because it is gone. Nothing is changed.')).toHaveLength(2);
    expect(host.changes).toEqual([]);
  });

  test('that are locked one after another get one password while it is shown, and another once it is hidden', async () => {
    const { host, user } = await open(lists(3));
    const password = (): string => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Password' }).value;
    await user.click(button('Add password: “list 1.csv”'));
    await screen.findByText(/^“list 1.zip” opens only with this password/);
    const first = password();
    await user.click(button('Add password: “list 2.csv”'));
    await screen.findByText(/^These open only with this password: “list 1.zip”, “list 2.zip”/);
    expect(password()).toBe(first);
    await user.click(button('I have the password: hide it'));
    await user.click(button('Replace “list 3.csv” with a password-protected copy'));
    await screen.findByText(/^“list 3.zip” opens only with this password/);
    expect(password()).not.toBe(first);
    expect([...host.attached.keys()]).toEqual(['list 1.zip', 'list 2.zip', 'list 3.zip']);
  });

  test('keep what the dialog’s button promised where the focus goes: the one press for all of them', async () => {
    const host = fakeHost(lists(2));
    const report = await checkerFor(policy)(host.source);
    expect(report.findings.map(({ button: said }) => said)).toEqual(['Remove attachment', 'Remove attachment']);
    host.handed = { report, fingerprint: (await host.fingerprint()) as string };
    await open(lists(2), host);
    expect(document.activeElement).toBe(button('Remove both files'));
  });
});

describe('what is said once', () => {
  const finding = (advice: string | null, name = 'a.csv', more: Partial<ReportedFinding> = {}): ReportedFinding => ({
    rule: 'sensitive-attachment',
    title: 'Title',
    situation: 'outside',
    severity: 'justify',
    clauses: [],
    tip: '',
    saw: `'${name}' holds something.`,
    advice,
    brief: null,
    note: '',
    evidence: [],
    fixes: [],
    concerns: [`attachment:${name}`],
    ...more,
  });
  const about = (name: string): ReportedFinding => finding(`Remove '${name}', or send it locked.`, name);

  test('the advice that only names another file each time speaks of each file', () => {
    expect(adviceForAll([about('1 list.csv'), about('2 list.csv')])).toBe('Remove each file, or send it locked.');
    expect(adviceForAll([finding("'a.csv' has to go.", 'a.csv'), finding("'b.csv' has to go.", 'b.csv')])).toBe('Each file has to go.');
    expect(adviceForAll([finding('Talk.'), finding('Talk.')])).toBe('Talk.');
    expect(adviceForAll([finding(null), finding(null)])).toBeNull();
  });

  test('advice that differs in more than that, or names no file of its finding, stands with each', () => {
    expect(adviceForAll([about('a.csv'), finding("Remove 'b.csv' now.", 'b.csv')])).toBeNull();
    expect(adviceForAll([finding("Ask 'Ann' first."), finding("Ask 'Bo' first.")])).toBeNull();
    expect(adviceForAll([about('a.csv'), finding(null, 'b.csv')])).toBeNull();
    expect(adviceForAll([{ ...about('a.csv'), concerns: ['recipient:a@x.example'] }, { ...about('b.csv'), concerns: ['recipient:b@x.example'] }])).toBeNull();
  });

  test('what differs in severity, title or clause is not alike, and a group stands where its first one stood', () => {
    const [a, b, c, d] = [about('a.csv'), { ...about('b.csv'), title: 'Other' }, about('c.csv'), { ...about('d.csv'), severity: 'warn' as const }];
    expect(groupsOf([a, b, c, d])).toEqual([[a, c], [b], [d]]);
  });
});
