import { clientFacts, paneHost } from '../../src/outlook';
import { storeNamed } from '../../src/outlook/policy-store';

const world = globalThis as any;
const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
afterEach(() => {
  delete world.Office;
  if (before === undefined) delete world.localStorage;
  else Object.defineProperty(globalThis, 'localStorage', before);
});

function give(name: 'localStorage' | 'Office', get: () => unknown): void {
  Object.defineProperty(globalThis, name, { get, configurable: true });
}

function refuse(): never {
  throw new Error('The operation is insecure.');
}

/** A browser's storage, and what lies in it. */
function storage(): { readonly kept: Map<string, string>; readonly store: object } {
  const kept = new Map<string, string>();
  return { kept, store: { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => void kept.set(name, text) } };
}

describe('what is kept in a browser', () => {
  test('lies under the name by which Outlook parts storage, where it gives one', () => {
    const { kept, store } = storage();
    give('localStorage', () => store);
    give('Office', () => ({ context: {} }));
    const policy = storeNamed('heed.policy');
    policy.write('without');
    give('Office', () => ({ context: { partitionKey: 'outlook.example' } }));
    expect(policy.read()).toBeNull();
    policy.write('with');
    expect(policy.read()).toBe('with');
    expect([...kept.keys()]).toEqual(['heed.policy', 'outlook.exampleheed.policy']);
  });

  test.each<[string, () => unknown]>([
    ['there is no storage, as in classic Outlook', () => undefined],
    ['it refuses to be touched', refuse],
    ['it refuses to be read and written', () => ({ getItem: refuse, setItem: refuse })],
  ])('is nothing where %s', (_name, get) => {
    give('localStorage', get);
    give('Office', () => ({ context: {} }));
    const policy = storeNamed('heed.policy');
    policy.write('a policy');
    expect([policy.read(), policy.isThere()]).toEqual([null, false]);
  });

  test('is what was there before, where it is full', () => {
    const { store } = storage();
    give('localStorage', () => ({ ...store, getItem: () => 'before', setItem: refuse }));
    give('Office', () => ({ context: {} }));
    const policy = storeNamed('heed.policy');
    policy.write('after');
    expect([policy.read(), policy.isThere()]).toEqual(['before', true]);
  });
});

describe('a client says what it is, and the pane whether sending is checked there', () => {
  const has = (newest: number) => ({ isSetSupported: (_name: string, set: string) => Number(set.slice(2)) <= newest });

  test.each([
    [13, '1.13', false],
    [14, '1.14', true],
    [16, '1.16', true],
    [5, '1.5', false],
  ])('Mailbox 1.%d', (newest, mailboxSet, checksSends) => {
    give('Office', () => ({ context: { requirements: has(newest), mailbox: { diagnostics: { hostName: 'OutlookIOS', hostVersion: '4.2' } } } }));
    expect(clientFacts()).toMatchObject({ host: 'OutlookIOS', version: '4.2', mailboxSet });
    expect(paneHost().checksSends).toBe(checksSends);
  });

  test.each<[string, () => unknown]>([
    ['no library', () => undefined],
    ['a library that is not ready', () => ({})],
    ['one that throws when it is asked', () => ({ context: { requirements: { isSetSupported: refuse }, get mailbox() { return refuse(); } } })],
  ])('%s: nothing is known, and nothing is promised', (_name, office) => {
    give('Office', office);
    expect(clientFacts()).toMatchObject({ host: null, version: null, mailboxSet: null, language: null });
    expect(paneHost().checksSends).toBe(false);
  });
});
