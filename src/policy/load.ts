import * as v from 'valibot';
import type { AnyRule, Policy } from '../domain';
import { checkReferences } from './check-references';
import { sayAnothersDocument, sayTrustOnly } from './change';
import { checkShape } from './check-shape';
import { inPresentPlaces } from './earlier-packs';
import { makeFaultList } from './faults';
import type { FaultList } from './faults';
import type { Layers } from './layers';
import { NO_NAMES } from './names';
import type { Names } from './names';
import { nearest } from './nearest';
import { layOver, trustOnlyPlace } from './overlay';
import { compilePatterns } from './patterns';
import type { JudgePattern } from './patterns';
import { pathText, quoted } from './problem';
import type { Path, Problem } from './problem';
import { hasOwn, isRawObject, objectIn, textIn, textsIn, without } from './raw';
import type { RawObject } from './raw';
import { readJson } from './read-json';
import { forAcademy, toPolicy, unmentionedRule } from './resolve';
import { packSchema } from './schema';
import type { Pack, PackSchema } from './schema';
import { childSchema } from './schema-parts';

/** A pack as it lies on a disk or came over the wire. */
export interface PackFile {
  /** Its name in sentences and in `explainPolicy`, such as `laat.json`. */
  readonly file: string;
  readonly text: string;
}

/** What is wrong with the organisation's own words in one tip; `part` is null for the dialog as a whole. */
export interface WordingFault {
  readonly tip: string;
  readonly part: string | null;
  readonly message: string;
}

export interface LoadOptions {
  /** The id of the school whose hours, terms and contacts count; null for each sender's own. */
  readonly academy?: string | null;
  /**
   * Today as an ISO date, to judge how far off an exemption's end may be; null where a pack is used and not written, so
   * that a wrong clock refuses no pack.
   */
  readonly today?: string | null;
  readonly names?: Names;
  /** Compiles the organisation's own patterns; without it a pack that has any is refused. */
  readonly judgePattern?: JudgePattern | null;
  /** Measures the organisation's own words as a dialog shows them; null where a pack is used and not written. */
  readonly judgeWording?: ((rule: AnyRule, policy: Policy) => readonly WordingFault[]) | null;
}

export interface Loaded {
  /** Null when there is any problem at all. */
  readonly policy: Policy | null;
  readonly problems: readonly Problem[];
  /** What `explainPolicy` and `policyHealth` read; null when the trust's pack itself is wrong. */
  readonly layers: Layers | null;
}

interface ReadFile {
  readonly file: string;
  readonly raw: RawObject;
  readonly faults: FaultList;
  /** The file without what does not have the shape of a pack, so that the rest can be judged at once. */
  readonly sound: RawObject;
  /** What is sound with its defaults filled in; null when even that makes no pack. */
  readonly parsed: Pack | null;
}

/** What an overlay says where it may say nothing: the sentence for the place, which is told in place of what is wrong within it. */
function refusal(schema: PackSchema, path: Path, below: readonly ReadFile[]): { readonly place: Path; readonly sentence: string } | null {
  const [trust] = below;
  if (trust === undefined) return null;
  const place = trustOnlyPlace(schema, path);
  if (place !== null) return { place, sentence: sayTrustOnly(trust.file) };
  const id = path[0] === 'documents' && typeof path[1] === 'string' ? path[1] : null;
  const owner = id === null ? undefined : below.find(({ sound }) => hasOwn(objectIn(sound, 'documents'), id));
  return owner === undefined ? null : { place: path.slice(0, 2), sentence: sayAnothersDocument(owner.file) };
}

/** `below` are the files an overlay stands on; none for the trust's own pack. */
function readPackFile({ file, text }: PackFile, schema: PackSchema, rules: readonly AnyRule[], below: readonly ReadFile[] = []): ReadFile | Problem {
  const json = readJson(text);
  if (!json.ok) return { file, path: `line ${json.line}, column ${json.column}`, message: json.message };
  if (!isRawObject(json.value)) return { file, path: '', message: 'a pack is one object, { … }. Start from a copy of a shipped pack.' };
  const faults = makeFaultList();
  const raw = inPresentPlaces(json.value, rules, faults);
  const before = faults.all.length;
  const shape = below.length === 0 ? faults : makeFaultList();
  checkShape(schema, raw, shape);
  const wrong = shape === faults ? faults.all.slice(before) : shape.all;
  if (shape !== faults) {
    for (const { path, message } of wrong) {
      const refused = refusal(schema, path, below);
      if (refused === null) faults.add(path, () => message);
      else if (!faults.has(refused.place)) faults.add(refused.place, () => refused.sentence);
    }
  }
  // What was refused is left out whole, so that it is not refused again.
  const sound = without(raw, wrong.map(({ path }) => refusal(schema, path, below)?.place ?? path));
  const parsed = v.safeParse(schema, sound);
  return { file, raw, faults, sound, parsed: parsed.success ? parsed.output : null };
}

function isProblem(read: ReadFile | Problem): read is Problem {
  return 'message' in read;
}

/** What a trust's pack needs to stand by itself. */
function checkTrust({ raw, faults }: ReadFile): void {
  if (hasOwn(raw, 'extends')) {
    const extended = textIn(raw, 'extends') ?? '';
    // Of one that names nothing, its shape has spoken.
    if (extended.trim() !== '') faults.add(['extends'], () => `this overlay stands on ${quoted(extended)}, which is not loaded. Load that pack before it.`);
    return;
  }
  if (!hasOwn(raw, 'name')) faults.add(['name'], () => 'missing. Add the name senders see before the word “policy”.');
  if (!hasOwn(raw, 'version')) faults.add(['version'], () => 'missing. Add the version of this pack, such as "1".');
}

function stemOf(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).replace(/\.json$/i, '');
}

/** The names by which an overlay may say that it stands on a file. */
function namesOf({ file, raw }: ReadFile): readonly string[] {
  return [textIn(raw, 'name') ?? '', stemOf(file), ...textsIn(raw, 'formerly')].map((name) => name.toLowerCase());
}

function checkOverlay({ raw, faults }: ReadFile, trust: ReadFile, below: readonly ReadFile[]): void {
  const extended = textIn(raw, 'extends');
  const meant = quoted(stemOf(trust.file));
  if (!hasOwn(raw, 'extends')) {
    faults.add(['extends'], () => `missing: a second file is an academy's overlay. Add "extends": ${meant}.`);
  } else if (extended !== null && extended.trim() !== '' && !below.some((file) => namesOf(file).indexOf(stemOf(extended).toLowerCase()) !== -1)) {
    faults.add(['extends'], () => `${quoted(extended)} is not the pack it was loaded with, which is ${meant}. Write that, or load the other.`);
  }
}

function withUnmentioned(pack: Pack, schema: PackSchema, rules: readonly AnyRule[]): Pack {
  const settings = { ...pack.rules };
  const rulesSchema = childSchema(schema, 'rules');
  for (const rule of rules) {
    const ruleSchema = rulesSchema === null ? null : childSchema(rulesSchema, rule.id);
    if (settings[rule.id] === undefined && ruleSchema !== null) settings[rule.id] = unmentionedRule(ruleSchema);
  }
  return { ...pack, rules: settings };
}

function problemsOf({ file, faults }: ReadFile): readonly Problem[] {
  return faults.all.map(({ path, message }) => ({ file, path: pathText(path), message }));
}

function applyAcademy(policy: Policy, academy: string, file: string): Policy | Problem {
  const chosen = forAcademy(policy, academy);
  if (chosen !== null) return chosen;
  const ids = policy.organisation.schools.map((school) => school.id);
  const meant = nearest(academy, ids);
  const remedy = meant === null ? 'Add it there, choose the file of that academy as the policy, or choose no academy.' : `Did you mean "${meant}"?`;
  return { file, path: 'organisation.schools', message: `no school has the id ${quoted(academy)}. ${remedy}` };
}

/**
 * Reads a trust's pack and the overlays on it, in that order, and resolves them to a policy with every default filled
 * in. Finds every problem at once (at most 500 a file, and only the first place where a file is not JSON), each a
 * sentence with its file, place and remedy; a pack with any problem gives no policy. Never throws for what a file holds.
 */
export function loadPolicy(files: readonly PackFile[], rules: readonly AnyRule[], options: LoadOptions = {}): Loaded {
  const { academy = null, today = null, names = NO_NAMES, judgePattern = null, judgeWording = null } = options;
  const [first, ...others] = files;
  if (first === undefined) return { policy: null, problems: [{ file: '', path: '', message: 'no pack was given. Name one, such as laat.' }], layers: null };
  const schema = packSchema(rules, names);
  const personalDomains = names.personalDomains ?? [];

  const trust = readPackFile(first, schema, rules);
  const standing: ReadFile[] = isProblem(trust) ? [] : [trust];
  const overlays = others.map((file) => {
    const overlay = readPackFile(file, schema, rules, standing);
    if (standing.length > 0 && !isProblem(overlay)) standing.push(overlay);
    return overlay;
  });
  const below: ReadFile[] = [];
  if (!isProblem(trust)) {
    checkTrust(trust);
    checkReferences(trust.raw, { rules, personalDomains, below: [], today }, trust.faults);
    below.push(trust);
    for (const overlay of overlays) {
      if (isProblem(overlay)) continue;
      checkOverlay(overlay, trust, below);
      const standsOn = below.slice();
      const { faults } = overlay;
      const open: FaultList = { ...faults, add: (path, sentence) => (refusal(schema, path, standsOn) === null ? faults.add(path, sentence) : undefined) };
      checkReferences(overlay.raw, { rules, personalDomains, below: below.map(({ raw }) => raw), today }, open);
      below.push(overlay);
    }
  }

  let layers: Layers | null = null;
  if (!isProblem(trust) && trust.parsed !== null && trust.faults.all.length === 0) {
    const pack = withUnmentioned(trust.parsed, schema, rules);
    layers = { schema, pack, trust: { file: trust.file, raw: trust.raw }, setBy: new Map() };
    for (const overlay of overlays) {
      if (!isProblem(overlay) && overlay.parsed !== null) layers = layOver(layers, { ...overlay, raw: overlay.sound, parsed: overlay.parsed });
    }
  }
  // An overlay cannot bring patterns, so every fault in one is the trust's.
  const patterns = layers === null || isProblem(trust) ? [] : compilePatterns(layers.pack.detection.patterns, judgePattern, trust.faults);
  if (layers !== null && judgeWording !== null && !isProblem(trust)) {
    const written = toPolicy(layers.pack, patterns);
    for (const rule of rules) {
      // Only the trust may bring words of its own.
      for (const { tip, part, message } of judgeWording(rule, written)) trust.faults.add(['rules', rule.id, 'wording', tip, ...(part === null ? [] : [part])], () => message);
    }
  }
  const problems = [trust, ...overlays].reduce<Problem[]>((all, read) => all.concat(isProblem(read) ? read : problemsOf(read)), []);
  if (layers === null || problems.length > 0) return { policy: null, problems, layers };
  const policy = toPolicy(layers.pack, patterns);
  if (academy === null) return { policy, problems, layers };
  const chosen = applyAcademy(policy, academy, first.file);
  return 'message' in chosen ? { policy: null, problems: [chosen], layers } : { policy: chosen, problems, layers };
}
