import { ASK_EVERY, knownPolicy, policyForDraft } from '../../src/hosted';
import type { Following } from '../../src/hosted';
import type { DraftSource } from '../../src/domain';
import { MORNING, ORIGIN, signed, siteOf } from './signed';
import type { Signed } from './signed';

/** A place where fetches are answered by the test; what was asked for, in order. */
function world(answer: (address: string) => Promise<{ ok: boolean; status: number; text: string }>) {
  const asked: string[] = [];
  const before = globalThis.fetch;
  (globalThis as { fetch: unknown }).fetch = async (address: string) => {
    asked.push(address.slice(ORIGIN.length));
    const { ok, status, text } = await answer(address);
    return { ok, status, text: () => Promise.resolve(text) };
  };
  return { asked, restore: () => void (globalThis.fetch = before) };
}

function serving({ text, signature }: Signed) {
  return world((address) => Promise.resolve({ ok: true, status: 200, text: address.endsWith('.sig') ? signature : text }));
}

function followingFrom(now = { at: MORNING }): { readonly following: Following; readonly stored: { text: string | null }; readonly now: { at: number } } {
  const stored: { text: string | null } = { text: null };
  return { stored, now, following: { site: siteOf(), clock: () => now.at, store: { read: () => stored.text, write: (text) => void (stored.text = text) } } };
}

function draftTo(...addresses: readonly string[]): { readonly source: DraftSource; readonly read: string[] } {
  const read: string[] = [];
  const source: DraftSource = {
    read: (part) => {
      read.push(part);
      const parts: { [part: string]: unknown } = {
        recipients: { all: addresses.map((address) => ({ field: 'to', address, name: '', type: 'user' })), atLeast: false },
        sender: { address: 'd.marlow@oakfield.example', name: 'D Marlow', signedIn: null },
      };
      return Promise.resolve((parts[part] ?? { unreadable: 'not here' }) as never);
    },
    open: () => Promise.resolve({ unreadable: 'not here' }),
  };
  return { source, read };
}

const never = (): Promise<void> => new Promise(() => undefined);
const atOnce = (): Promise<void> => Promise.resolve();

test('the policy and its signature are asked for at absolute addresses, and kept', async () => {
  const { asked, restore } = serving(signed({ serial: 8 }));
  const { following, stored } = followingFrom();
  try {
    expect(await policyForDraft(following, draftTo('info@fellside.example').source, never)).toMatchObject({ from: 'fetched', deployment: { serial: 8 } });
    expect(asked.sort()).toEqual(['/policy.json', '/policy.json.sig']);
    expect(JSON.parse(stored.text ?? '')).toMatchObject({ at: MORNING });
  } finally {
    restore();
  }
});

test('for protected correspondents alone nothing is fetched, and nothing but recipients and sender is read', async () => {
  const { asked, restore } = serving(signed());
  try {
    const { source, read } = draftTo('caseworker@neu.org.uk');
    expect(await policyForDraft(followingFrom().following, source, never)).toMatchObject({ from: 'built in' });
    expect(asked).toEqual([]);
    expect(read.sort()).toEqual(['recipients', 'sender']);
  } finally {
    restore();
  }
});

test('nothing is fetched either while it is not known who is written to', async () => {
  const { asked, restore } = serving(signed());
  try {
    const source: DraftSource = { read: () => Promise.resolve({ unreadable: 'Outlook did not give them' }), open: draftTo().source.open };
    await policyForDraft(followingFrom().following, source, never);
    expect(asked).toEqual([]);
  } finally {
    restore();
  }
});

test('the host is asked again after five minutes, not before, and a new policy is followed', async () => {
  const first = serving(signed({ serial: 8 }));
  const { following, now } = followingFrom();
  const draft = (): DraftSource => draftTo('info@fellside.example').source;
  await policyForDraft(following, draft(), never);
  first.restore();
  const second = serving(signed({ serial: 9, mode: 'monitor-only' }));
  try {
    now.at += ASK_EVERY - 1;
    expect(await policyForDraft(following, draft(), never)).toMatchObject({ from: 'kept', deployment: { serial: 8 } });
    expect(second.asked).toEqual([]);
    now.at += 1;
    expect(await policyForDraft(following, draft(), never)).toMatchObject({ from: 'fetched', deployment: { serial: 9, mode: 'monitor-only' } });
    expect(ASK_EVERY).toBeLessThanOrEqual(15 * 60_000);
  } finally {
    second.restore();
  }
});

test('a send does not wait for a host that is late, and what comes late counts for the next', async () => {
  let answer: (value: { ok: boolean; status: number; text: string }) => void = () => undefined;
  const good = signed({ serial: 8 });
  const late = new Promise<{ ok: boolean; status: number; text: string }>((resolve) => (answer = resolve));
  const { restore } = world((address) => (address.endsWith('.sig') ? Promise.resolve({ ok: true, status: 200, text: good.signature }) : late));
  try {
    const { following } = followingFrom();
    expect(await policyForDraft(following, draftTo('info@fellside.example').source, atOnce)).toMatchObject({ from: 'built in', refused: 'the host did not answer in time' });
    answer({ ok: true, status: 200, text: good.text });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(knownPolicy(following)).toMatchObject({ from: 'kept', deployment: { serial: 8 } });
  } finally {
    restore();
  }
});

test.each([
  ['an error of the server', { ok: false, status: 503, text: '' }, 'the host answered 503'],
  ['a page that is not there', { ok: false, status: 404, text: '' }, 'the host answered 404'],
])('%s is said', async (_name, said, reason) => {
  const { restore } = world(() => Promise.resolve(said));
  try {
    expect(await policyForDraft(followingFrom().following, draftTo('info@fellside.example').source, never)).toMatchObject({ from: 'built in', refused: reason });
  } finally {
    restore();
  }
});

test('what was stored by something else is nothing', () => {
  for (const text of ['', 'null', '[]', '{"at":1}', '{', '"x"']) {
    const { following, stored } = followingFrom();
    stored.text = text;
    expect(knownPolicy(following)).toMatchObject({ from: 'built in' });
  }
});
