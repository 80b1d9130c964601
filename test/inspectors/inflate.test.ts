import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { DEFAULT_LIMITS, makeBudget } from '../../src/inspectors/budget';
import type { Budget } from '../../src/inspectors/budget';
import { inflateRaw, inflateZlib } from '../../src/inspectors/archives/inflate';
import type { Inflated, Inflating } from '../../src/inspectors/archives/inflate';
import { bytesOf } from './inspecting';

function budgetOf(maxUnpackedMB = DEFAULT_LIMITS.maxUnpackedMB): Budget {
  return makeBudget({ ...DEFAULT_LIMITS, maxUnpackedMB, maxTime: Infinity, clock: () => 0 });
}

function run(inflating: Inflating): Inflated & { pauses: number } {
  for (let pauses = 0; ; pauses += 1) {
    const step = inflating.next();
    if (step.done === true) return { ...step.value, pauses };
  }
}

/** Text that does not repeat itself much. */
function words(count: number): string {
  return Array.from({ length: count }, (_, index) => `word${(index * 7919) % 100003}`).join(' ');
}

function same(data: Uint8Array, text: string): boolean {
  return Buffer.compare(Buffer.from(data), Buffer.from(text)) === 0;
}

test('what was deflated comes back whole, with the place of the first byte after it', () => {
  const text = words(60000);
  const packed = deflateRawSync(text);
  const inflated = run(inflateRaw(bytesOf('abc', packed, 'tail'), 3, packed.length + 7, budgetOf()));
  expect(inflated.ended).toBe('complete');
  expect(inflated.next).toBe(3 + packed.length);
  expect(same(inflated.data, text)).toBe(true);
});

test('a stored block and an empty stream come back too', () => {
  const stored = run(inflateRaw(new Uint8Array(deflateRawSync(words(20000), { level: 0 })), 0, 1 << 20, budgetOf()));
  expect(stored.ended).toBe('complete');
  expect(same(stored.data, words(20000))).toBe(true);
  expect(run(inflateRaw(new Uint8Array(deflateRawSync('')), 0, 10, budgetOf()))).toMatchObject({
    ended: 'complete',
    data: new Uint8Array(0),
  });
});

test('a stream that is cut off gives what came before the cut', () => {
  const packed = deflateRawSync(words(60000));
  const inflated = run(inflateRaw(new Uint8Array(packed), 0, packed.length >> 1, budgetOf()));
  expect(inflated.ended).toBe('truncated');
  expect(same(inflated.data, words(60000).slice(0, inflated.data.length))).toBe(true);
  expect(inflated.data.length).toBeGreaterThan(100000);
});

test('bytes that make no sense after a small stretch leave all that stood before them', () => {
  const text = words(3000);
  // A block of the type that does not exist.
  const packed = bytesOf(deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH }), [0x07, 1, 2, 3]);
  const inflated = run(inflateRaw(packed, 0, packed.length, budgetOf()));
  expect(inflated.ended).toBe('corrupt');
  // The last few bytes stand in the same small push as the damage.
  expect(inflated.data.length).toBeGreaterThan(text.length - 1000);
  expect(same(inflated.data, text.slice(0, inflated.data.length))).toBe(true);
});

test('a stream that would unpack to a gigabyte ends at the budget, having paused along the way', () => {
  const packed = deflateRawSync(new Uint8Array(64 << 20));
  const budget = budgetOf(8);
  const inflated = run(inflateRaw(new Uint8Array(packed), 0, packed.length, budget));
  expect(inflated).toMatchObject({ ended: 'limit' });
  expect(inflated.data.length).toBe(8 << 20);
  expect(inflated.pauses).toBeGreaterThan(1);
  expect(budget.hit).toBe('size');
});

test('when the time is up, what has been unpacked is kept', () => {
  const packed = deflateRawSync(new Uint8Array(64 << 20));
  let now = 0;
  const budget = makeBudget({ ...DEFAULT_LIMITS, maxUnpackedMB: 100, maxTime: 10, clock: () => (now += 6) });
  expect(run(inflateRaw(new Uint8Array(packed), 0, packed.length, budget)).ended).toBe('limit');
  expect(budget.hit).toBe('time');
});

describe('zlib data, as PDF writers leave it', () => {
  const text = words(3000);
  const packed = deflateSync(text);
  test.each<[string, Uint8Array]>([
    ['with its header and checksum', packed],
    ['without its checksum', packed.subarray(0, -4)],
    ['with a wrong checksum', bytesOf(packed.subarray(0, -4), 'abcd')],
    ['with a header whose check bits are wrong', bytesOf([0x78, 0x00], packed.subarray(2))],
    ['with a line break before it', bytesOf('\r\n', packed)],
    ['without its header', packed.subarray(2)],
  ])('%s', (_name, data) => {
    const bytes = bytesOf(data);
    expect(same(run(inflateZlib(bytes, 0, bytes.length, budgetOf())).data, text)).toBe(true);
  });
});
