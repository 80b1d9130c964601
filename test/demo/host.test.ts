import fs from 'node:fs';
import path from 'node:path';
import { createClock } from '../../src/demo/host/clock';
import { clientOf } from '../../src/demo/host/clients';
import { createComposeHost, DEFAULT_MAILBOX } from '../../src/demo/host/compose-host';
import type { ComposeHost } from '../../src/demo/host/compose-host';
import type { Answer } from '../../src/demo/host/call';
import type { RuntimePort } from '../../src/demo/host/runtime';
import type { DraftSeed } from '../../src/demo/compose/types';
import { readManifest } from '../../src/demo/manifest/read-manifest';

const MANIFEST = readManifest(fs.readFileSync(path.join(__dirname, 'probes', 'manifest.xml'), 'utf8'));

/** A window whose runtimes are in the test's hands. */
function open(seed: DraftSeed = {}): { readonly host: ComposeHost; readonly ports: RuntimePort[]; readonly heard: string[] } {
  const ports: RuntimePort[] = [];
  const heard: string[] = [];
  const host = createComposeHost({
    manifest: MANIFEST,
    mailbox: DEFAULT_MAILBOX,
    seed,
    clock: createClock(0, 0),
    startRuntime: (port) => {
      ports.push(port);
      return {
        launch: (id, name, text) => heard.push(`${port.name}: launch ${name} ${id.replace(/\d+/, 'n')} ${text}`),
        raise: (event, payload) => heard.push(`${port.name}: ${event} ${JSON.stringify(payload).slice(0, 60)}`),
        close: () => heard.push(`${port.name}: closed`),
      };
    },
  });
  return { host, ports, heard };
}

function ask(port: RuntimePort | undefined, id: number, params: unknown): Promise<Answer> {
  return new Promise((resolve) => port?.call(id, params, resolve));
}

const violations = (host: ComposeHost): readonly string[] => host.log.violations().map(({ what }) => what);

describe('the host', () => {
  test('a call it does not know is refused and recorded', async () => {
    const { host, ports } = open();
    host.runCommand('messagePaneButton');
    expect(await ask(ports[0], 777, {})).toEqual({ kind: 'error', code: 5000 });
    expect(violations(host)).toEqual(['The call with the number 777 is not in the dispatch table, so it was refused.']);
  });

  test.each([
    [17, { subject: 5 }, 'subject.setAsync was called with parameters that cannot be: subject is number, not text.'],
    [15, { recipientField: 9 }, 'to.getAsync was called with parameters that cannot be: recipientField is 9, not one of 0, 1, 2.'],
    [21, { recipientField: 0, recipientArray: [{ address: 'a@x.example' }] }, 'to.setAsync was called with parameters that cannot be: recipientArray entry 0 name is undefined, not text.'],
    [150, null, 'getAttachmentContentAsync was called with parameters that cannot be: is null, not an object.'],
  ])('parameters of call %s that cannot be are refused and recorded', async (id, params, sentence) => {
    const { host, ports } = open();
    host.runCommand('messagePaneButton');
    expect(await ask(ports[0], id, params)).toEqual({ kind: 'error', code: 9020 });
    expect(violations(host)).toEqual([sentence]);
  });

  test('more than 100 people in one call are refused', async () => {
    const { host, ports } = open();
    host.runCommand('messagePaneButton');
    const recipientArray = Array.from({ length: 101 }, (_, index) => ({ address: `p${index}@x.example`, name: '' }));
    expect(await ask(ports[0], 22, { recipientField: 0, recipientArray })).toEqual({ kind: 'error', code: 9012 });
  });

  test('an answer that arrives after another draft was opened says that the item changed', async () => {
    const { host, ports } = open({ subject: 'First' });
    host.runCommand('messagePaneButton');
    ports[0]?.registered('olkItemSelectedChanged');
    const answer = ask(ports[0], 18, {});
    host.openDraft({ subject: 'Second' });
    expect(await answer).toEqual({ kind: 'error', code: 9030 });
    expect(await ask(ports[0], 18, {})).toEqual({ kind: 'data', data: 'Second' });
  });

  test('a pane that does not listen to item changes is closed with its draft', () => {
    const { host, heard } = open();
    host.runCommand('messagePaneButton');
    host.openDraft({});
    expect(heard).toEqual(['pane 1: closed']);
    expect(host.openPane()).toBeNull();
  });

  test('a pane that is open hears of new context data, and reads it', async () => {
    const { host, ports, heard } = open();
    host.runCommand('messagePaneButton', 'first');
    ports[0]?.registered('olkInitializationContextChanged');
    expect(await ask(ports[0], 99, {})).toEqual({ kind: 'data', data: 'first' });
    host.runCommand('messagePaneButton', 'second');
    expect(heard).toEqual(['pane 1: olkInitializationContextChanged {"initializationContextData":"second"}']);
    expect(await ask(ports[0], 99, {})).toEqual({ kind: 'data', data: 'second' });
  });

  test('a changed attachment starts the handler that the manifest has for it', () => {
    const { host, ports, heard } = open();
    host.item().addAttachment({ name: 'list.csv', text: 'a' }, 'person');
    ports[0]?.ready();
    expect(heard).toHaveLength(1);
    expect(heard[0]).toContain('event 1: launch onProbeAttachments aside-n {"type":"OnMessageAttachmentsChanged","attachmentStatus":"added"');
  });

  test('a changed attachment starts nothing in a client that does not run the add-in', () => {
    const { host, ports } = open();
    host.setClient(clientOf('browser', '1.8'));
    host.item().addAttachment({ name: 'list.csv', text: 'a' }, 'person');
    expect(ports).toEqual([]);
    expect(host.commands()).toEqual([]);
    expect(host.whyUnchecked()).toBe('This client has Mailbox 1.8; Probe & Co checks from 1.12.');
  });

  test('launches wait until the library is ready', () => {
    const { host, ports, heard } = open({ to: ['ann@x.example'] });
    host.pressSend();
    expect(heard).toEqual([]);
    ports[0]?.ready();
    expect(heard).toEqual(['event 1: launch onProbeSend send-n {"type":"OnMessageSend","source":{"id":"send-1"}}']);
  });

  test('every event has a runtime of its own, unless the client keeps it', () => {
    const { host, ports } = open({ to: ['ann@x.example'] });
    const send = (): void => {
      host.pressSend();
      ports[ports.length - 1]?.ready();
      ports[ports.length - 1]?.completed(`send-${sends}`, 0, '{"completedContext":{"allowEvent":true}}');
      host.backToDraft();
      sends += 1;
    };
    let sends = 1;
    send();
    send();
    expect(ports).toHaveLength(2);
    host.setClient(clientOf('browser', '1.15', { keepsEventRuntime: true }));
    send();
    send();
    expect(ports).toHaveLength(3);
  });

  test('a fourth attachment change at once is recorded', () => {
    const { host, ports } = open();
    host.runCommand('messagePaneButton');
    for (let index = 0; index < 4; index += 1) ports[0]?.call(148, { base64String: '', name: `${index}.txt` }, () => undefined);
    expect(violations(host)).toEqual(['More than three attachment changes were under way at once.']);
  });

  test('content calls under way at once are counted', async () => {
    const { host, ports } = open({ attachments: [{ name: 'a.txt', text: 'a' }] });
    host.runCommand('messagePaneButton');
    const id = host.item().state.attachments[0]?.id;
    await Promise.all([1, 2, 3].map(() => ask(ports[0], 150, { id })));
    await ask(ports[0], 150, { id });
    expect(host.mostContentCalls()).toBe(3);
  });

  test('a fault strikes one file only, as often as it was told', async () => {
    const { host, ports } = open({
      attachments: [
        { name: 'good.txt', text: 'a' },
        { name: 'bad.txt', text: 'b' },
      ],
    });
    host.faults.set([{ api: 'getAttachmentContentAsync', attachment: 'bad.txt', kind: 'fails', code: 9043, times: 1 }]);
    host.runCommand('messagePaneButton');
    const [good, bad] = host.item().state.attachments;
    expect(await ask(ports[0], 150, { id: good?.id })).toMatchObject({ kind: 'data' });
    expect(await ask(ports[0], 150, { id: bad?.id })).toEqual({ kind: 'error', code: 9043 });
    expect(await ask(ports[0], 150, { id: bad?.id })).toMatchObject({ kind: 'data' });
  });

  test('a sent draft is remembered with its outcome, people, files and schedule', () => {
    const { host, ports } = open({ to: ['Ann <ann@x.example>'], bcc: ['b@x.example'], subject: 'Hello', deliverAt: 99, attachments: [{ name: 'a.txt' }] });
    host.pressSend();
    ports[0]?.ready();
    ports[0]?.completed('send-1', 0, '{"completedContext":{"allowEvent":true}}');
    expect(host.sent()).toEqual([
      { outcome: 'allowed', at: 0, deliverAt: 99, subject: 'Hello', people: ['to: ann@x.example', 'bcc: b@x.example'], attachments: ['a.txt'], headers: {} },
    ]);
  });

  test('a command with a function runs it, and unknown commands do nothing', () => {
    const { host, ports, heard } = open();
    host.runCommand('messageFunctionButton');
    host.runCommand('no-such-button');
    ports[0]?.ready();
    expect(heard).toEqual(['function 1: launch onCommand aside-n {"type":"command","source":{"id":"messageFunctionButton"}}']);
  });

  test('long texts are cut in the wire log', async () => {
    const { host, ports } = open({ attachments: [{ name: 'big.bin', base64: 'A'.repeat(4_000) }] });
    host.runCommand('messagePaneButton');
    await ask(ports[0], 150, { id: host.item().state.attachments[0]?.id });
    const lines = host.log.entries().map(({ detail }) => detail);
    expect(lines.some((line) => line.includes('(4000 characters)'))).toBe(true);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(1_000);
  });
});
