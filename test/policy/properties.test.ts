import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { isWorse, SEVERITIES } from '../../src/domain';
import type { Policy } from '../../src/domain';
import { explainPolicy, loadPolicy, policyHealth, sayProblem } from '../../src/policy';
import type { Loaded, PackFile } from '../../src/policy';
import { names, packFile, TODAY, toyRules } from './toy-rules';

const valid = path.join(__dirname, 'valid');
const trustText = fs.readFileSync(path.join(valid, 'trust.json'), 'utf8');
const overlayText = fs.readFileSync(path.join(valid, 'overlay-oakfield.json'), 'utf8');
const trust: PackFile = { file: 'trust.json', text: trustText };

/** Every place in a value, as keys from the top. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

/** A copy with the value at one place replaced, or taken out when the replacement is undefined. */
function changed(value: unknown, [step, ...rest]: readonly string[], replacement: unknown): unknown {
  if (step === undefined) return replacement;
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      if (String(index) !== step) return [item];
      const inner = changed(item, rest, replacement);
      return inner === undefined ? [] : [inner];
    });
  }
  // An earlier change has already taken the place away.
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, item]) => {
    if (key !== step) return [[key, item] as const];
    const inner = changed(item, rest, replacement);
    return inner === undefined ? [] : [[key, inner] as const];
  });
  return Object.fromEntries(entries);
}

/** A pack with one to three of its values replaced by another value of any kind, most often one that belongs in a pack. */
function mutated(text: string): fc.Arbitrary<unknown> {
  const original: unknown = JSON.parse(text);
  const places = placesIn(original);
  const values = places.map((place) => place.reduce<unknown>((at, key) => (at as { [key: string]: unknown })[key], original));
  const replacement = fc.oneof(fc.constantFrom(...values), fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(undefined, 'off', 'block', -1, 0, 1e9, '*.uk', '2026-02-30', ''));
  return fc.array(fc.tuple(fc.constantFrom(...places), replacement), { minLength: 1, maxLength: 3 }).map((changes) =>
    changes.reduce<unknown>((pack, [place, value]) => (typeof pack === 'object' && pack !== null ? changed(pack, place, value) : pack), original),
  );
}

function expectAnswer(loaded: Loaded, files: readonly PackFile[]): void {
  expect(loaded.policy === null).toBe(loaded.problems.length > 0);
  for (const problem of loaded.problems) {
    expect(files.map((file) => file.file)).toContain(problem.file);
    expect(problem.message).toMatch(/^\S[^\n]*[.?]$/);
    expect(sayProblem(problem).length).toBeLessThan(1000);
  }
  if (loaded.layers === null) return;
  explainPolicy(loaded.layers);
  policyHealth(loaded.layers, { today: TODAY, bankHolidaysUntil: '2027-12-31' });
}

/** Every way in which the second policy is milder than the first. */
function loosened(before: Policy, after: Policy): readonly string[] {
  const found: string[] = [];
  for (const [id, rule] of Object.entries(before.rules)) {
    const now = after.rules[id];
    if (now === undefined || (rule.on && !now.on)) found.push(`${id} is off`);
    if (now === undefined) continue;
    for (const [situation, severity] of Object.entries(rule.severity)) {
      if (isWorse(severity, now.severity[situation] ?? 'off')) found.push(`${id}.${situation}`);
    }
    if (rule.locked && JSON.stringify(rule) !== JSON.stringify(now)) found.push(`${id} is locked`);
    if (JSON.stringify(rule.exemptions) !== JSON.stringify(now.exemptions)) found.push(`${id} has other exemptions`);
    if (JSON.stringify(now.clauses.slice(0, rule.clauses.length)) !== JSON.stringify(rule.clauses)) found.push(`${id} has other clauses`);
  }
  for (const [id, document] of Object.entries(before.documents)) {
    if (JSON.stringify(document) !== JSON.stringify(after.documents[id])) found.push(`${id} has other words`);
  }
  for (const key of ['timeZone', 'bankHolidays', 'internalDomains', 'personalDomains', 'partners'] as const) {
    if (JSON.stringify(before.organisation[key]) !== JSON.stringify(after.organisation[key])) found.push(key);
  }
  for (const key of ['pupilDomains', 'protectedCorrespondents', 'groups', 'allowedAddresses'] as const) {
    const kept = after.organisation[key].slice(0, before.organisation[key].length);
    if (JSON.stringify(before.organisation[key]) !== JSON.stringify(kept)) found.push(key);
  }
  if (JSON.stringify([before.unchecked, before.attachments]) !== JSON.stringify([after.unchecked, after.attachments])) found.push('limits');
  if (JSON.stringify([before.detection.off, before.detection.ignore]) !== JSON.stringify([after.detection.off, after.detection.ignore])) found.push('detection');
  return found;
}

describe('no bad input crashes', () => {
  const options = { names, today: TODAY };

  test('any JSON, as a pack and as an overlay', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const alone = [packFile('any.json', value)];
        expectAnswer(loadPolicy(alone, toyRules, options), alone);
        const files = [trust, packFile('any.json', value)];
        expectAnswer(loadPolicy(files, toyRules, options), files);
      }),
      { numRuns: 150 },
    );
  });

  test('any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat({ max: trustText.length }), (noise, at) => {
        const files = [{ file: 'noise.json', text: trustText.slice(0, at) + noise + trustText.slice(at) }];
        expectAnswer(loadPolicy(files, toyRules, options), files);
      }),
      { numRuns: 150 },
    );
  });

  test('a pack with some values replaced', () => {
    fc.assert(
      fc.property(mutated(trustText), (value) => {
        const files = [packFile('changed.json', value), packFile('oakfield.json', JSON.parse(overlayText))];
        expectAnswer(loadPolicy(files, toyRules, options), files);
      }),
      { numRuns: 400 },
    );
  });

  test('the deepest and the longest', () => {
    for (const text of ['['.repeat(1e6), '{"a":'.repeat(1e5), `{"name":"${'x'.repeat(1e6)}"}`, `[${'0,'.repeat(1e6)}0]`]) {
      const files = [{ file: 'hostile.json', text }];
      expectAnswer(loadPolicy(files, toyRules, options), files);
    }
  });

  test('a hundred thousand slips are answered with the first five hundred', () => {
    const rules = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`mising-subjet-${index}`, 1]));
    const internalDomains = Array.from({ length: 100_000 }, (_, index) => `oak ${index}`);
    const { problems } = loadPolicy([packFile('slips.json', { name: 'S', version: '1', rules, organisation: { internalDomains } })], toyRules, options);
    expect(problems).toHaveLength(501);
    expect(problems[500]?.message).toBe('there are more than 500 problems. Put these right first.');
  });
});

describe('an overlay never loosens what the trust has set', () => {
  const before = loadPolicy([trust], toyRules, { names }).policy;

  test('whatever stands in it', () => {
    if (before === null) throw new Error('the trust did not load');
    fc.assert(
      fc.property(mutated(overlayText), (value) => {
        const { policy } = loadPolicy([trust, packFile('any.json', value)], toyRules, { names });
        if (policy !== null) expect(loosened(before, policy)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('whatever it does to one rule: it is refused, or the rule is as strict as before', () => {
    if (before === null) throw new Error('the trust did not load');
    const [accepted, refused]: [Set<string>, Set<string>] = [new Set(), new Set()];
    const setting = fc.constantFrom(...toyRules).chain((rule) =>
      fc.tuple(
        fc.constant(rule.id),
        fc.record(
          {
            on: fc.boolean(),
            severity: fc.dictionary(fc.constantFrom(...Object.keys(rule.situations)), fc.constantFrom(...SEVERITIES), { maxKeys: 2, noNullPrototype: true }),
            blockAgreedBy: fc.constant(['Director of IT', 'Data Protection Officer']),
            clauses: fc.constantFrom([], [{ id: 'ICT-4-06', basis: 'direct' }], [{ id: 'ICT-5-15', basis: 'related' }]),
          },
          { requiredKeys: ['blockAgreedBy'] },
        ),
      ),
    );
    fc.assert(
      fc.property(setting, ([id, value]) => {
        const { policy } = loadPolicy([trust, packFile('any.json', { extends: 'trust', rules: { [id]: value } })], toyRules, { names });
        (policy === null ? refused : accepted).add(JSON.stringify([id, value]));
        if (policy !== null) expect(loosened(before, policy)).toEqual([]);
      }),
      { numRuns: 500 },
    );
    // Both answers must really come up, or the property says nothing.
    expect(accepted.size).toBeGreaterThan(20);
    expect(refused.size).toBeGreaterThan(20);
  });

  test("nor when it repeats the trust's own pack with some values replaced", () => {
    if (before === null) throw new Error('the trust did not load');
    fc.assert(
      fc.property(mutated(trustText), (value) => {
        const overlay = typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, extends: 'trust' } : value;
        const { policy } = loadPolicy([trust, packFile('any.json', overlay)], toyRules, { names });
        if (policy !== null) expect(loosened(before, policy)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
