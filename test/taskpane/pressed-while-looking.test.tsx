/** @jest-environment jsdom */
import './browser-globals';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { unreadable } from '../../src/domain';
import type { Policy } from '../../src/domain';
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
/** A Wednesday in term, at ten in the morning. */
const MORNING = Date.parse('2026-11-18T10:00:00Z');
const risky: Story = { to: ['r.parent@gmail.com'], attachments: [{ name: 'register.csv', text: 'Name,UPN,SEN status\nA Test,H801200001001,K\nB Test,P207000016049,E\n' }] };

async function open(story: Story, clock = (): number => MORNING): Promise<{ readonly host: FakeHost; readonly user: ReturnType<typeof userEvent.setup> }> {
  const host = fakeHost(story);
  const user = userEvent.setup();
  render(<Pane host={host} policy={policy} check={checkerFor(policy)} clock={clock} version="0.1.0" build="abc123" />);
  await screen.findByRole('button', { name: 'Check this draft again' });
  return { host, user };
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

/** Presses while the host has not answered yet what the draft is, and lets it answer then. */
async function whileLooking(host: FakeHost, press: () => Promise<void>, change: (story: Story) => Story = (story) => story): Promise<void> {
  const answer = host.fingerprint.bind(host);
  let release = (): void => undefined;
  const isPressed = new Promise<void>((resolve) => (release = resolve));
  const late = jest.spyOn(host, 'fingerprint').mockImplementation(async () => {
    await isPressed;
    return answer();
  });
  host.draft.story = change(host.draft.story);
  act(() => host.tell());
  await press();
  expect([screen.getByRole('status').textContent, host.changes, host.kept]).toEqual(['Changing the draft…', [], null]);
  late.mockRestore();
  release();
}

test('nothing is scheduled for a time that has passed since it was offered', async () => {
  let now = Date.parse('2026-11-18T07:29:00Z');
  const { host, user } = await open({ to: ['kit@oakfield.example'], subject: 'Cover', body: 'Please see the list.', at: '2026-11-18T07:29:00Z' }, () => now);
  now += 120_000;
  await user.click(screen.getByRole('button', { name: /^Schedule it for/ }));
  await screen.findByText('That did not work, because that time has passed.', { selector: 'p' });
  expect(host.changes).toEqual([]);
});

test('a file that is taken out while its copy is made is no longer attached', async () => {
  const { host, user } = await open({ ...risky, to: ['office@fellside-centre.example'] });
  jest.spyOn(host.source, 'open').mockImplementation(() => {
    host.draft.story = { ...host.draft.story, attachments: [] };
    return Promise.resolve(unreadable('Outlook could not hand it over (9003 InvalidAttachmentId)'));
  });
  await user.click(button('Replace “register.csv” with a password-protected copy'));
  await screen.findByText('That did not work, because it is no longer attached.', { selector: 'p' });
  expect(host.changes).toEqual([]);
});

/** The press that gives the pane the focus starts a look at the draft. */
describe('what is pressed while the pane looks whether the draft has changed', () => {
  test('is done once, after the look', async () => {
    const { host, user } = await open(risky);
    await whileLooking(host, () => user.dblClick(button('Remove “register.csv”')));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove “register.csv”' })).toBeNull());
    expect(host.changes).toEqual([{ do: 'remove-attachment', attachment: 'register.csv' }]);
  });

  test('is done when the look finds that the draft has changed', async () => {
    const { host, user } = await open(risky);
    await whileLooking(host, () => user.click(button('Remove “register.csv”')), (story) => ({ ...story, body: 'One more line.' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove “register.csv”' })).toBeNull());
    expect(host.draft.story).toMatchObject({ body: 'One more line.', attachments: [] });
  });

  test('takes no words out of a draft that was written on before the look was over', async () => {
    const body = 'The password for the register is Blue-Table-42!';
    const { host, user } = await open({ to: ['office@fellside.example'], body });
    await whileLooking(host, () => user.click(button('Remove the password from the text')), (story) => ({ ...story, body: `Dear Jo,\n${body}` }));
    await screen.findByText('That did not work, because the draft has changed since it was checked.', { selector: 'p' });
    expect([host.changes, host.draft.story.body]).toEqual([[], `Dear Jo,\n${body}`]);
  });

  test('does not write over a subject that was written before the look was over', async () => {
    const { host, user } = await open({ to: ['kit@oakfield.example'], subject: '', body: 'Can we meet about the fair?' });
    await whileLooking(host, () => user.click(button('Use this subject')), (story) => ({ ...story, subject: 'My own' }));
    await screen.findByText('That did not work, because the draft has changed since it was checked.', { selector: 'p' });
    expect(host.draft.story.subject).toBe('My own');
  });

  test('is no reason for a draft that was written on before the look was over', async () => {
    const { host, user } = await open(risky);
    await user.click(screen.getByRole('radio', { name: 'My manager agreed.' }));
    await whileLooking(host, () => user.click(button('Give this reason')), (story) => ({ ...story, body: 'One more line.' }));
    const said = await screen.findByText(/^The draft has changed, so your reason was not kept/, { selector: 'p' });
    await waitFor(() => expect(document.activeElement?.contains(said)).toBe(true));
    await waitFor(() => expect(button('Give this reason').getAttribute('aria-disabled')).not.toBe('true'));
    expect(host.kept).toBeNull();
  });
});
