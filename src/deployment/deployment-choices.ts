import type { Authorisation, Deployment, Mode, Rollout } from '../domain';
import type { ChoiceProblem } from './problem';

const MODES: readonly Mode[] = ['monitor-only', 'inform', 'warn', 'justify', 'block'];

/** What a person typed for a new signature; what is left out stays as it was. */
export interface TypedDeployment {
  readonly mode?: string | undefined;
  readonly rollout?: string | undefined;
  /** Other shares for schools and smaller ones for rules: `oakfield=100, out-of-hours=25`; an empty one goes back to the rest's. */
  readonly rolloutFor?: string | undefined;
  readonly rings?: string | undefined;
  readonly authorisedBy?: string | undefined;
  readonly authorisedOn?: string | undefined;
  readonly minute?: string | undefined;
  readonly dpia?: string | undefined;
  readonly staffToldOn?: string | undefined;
}

/** The options of `Authorisation`, as they are typed, and what each is for a person. */
const RECORD: readonly (readonly [member: keyof Authorisation, choice: string, what: string])[] = [
  ['by', 'authorised-by', 'the role that authorised it, such as "Trust Board"'],
  ['on', 'authorised-on', 'the day it did, such as 2026-11-20'],
  ['minute', 'minute', 'the minute or decision it stands in'],
  ['dpia', 'dpia', 'the reference of the data protection impact assessment'],
  ['staffToldOn', 'staff-told-on', 'the day staff were told, such as 2026-11-27'],
];

/** What is wrong with a day on record, as a sentence; null when it is an ISO date that has come. */
export function recordDateProblem(text: string, today: string): string | null {
  const day = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : NaN);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) return `“${text}” is not a date. Write it like 2026-11-20.`;
  return text > today ? `${text} has not come yet. It has to have happened before Heed may speak to anybody.` : null;
}

/** What a share may be set for, beside everybody. */
export interface Shared {
  readonly schools: readonly string[];
  readonly rules: readonly string[];
}

/** `50` of `oakfield=50` in the place of what was set before; refuses what names neither a school nor a rule. */
function sharesFor(typed: string | undefined, before: Rollout | undefined, { schools, rules }: Shared, refuse: (message: string) => void): Pick<Rollout, 'schools' | 'rules'> {
  const shares: { schools: { [name: string]: number }; rules: { [name: string]: number } } = { schools: { ...before?.schools }, rules: { ...before?.rules } };
  for (const entry of (typed ?? '').split(',').map((text) => text.trim()).filter((text) => text !== '')) {
    const [name = '', share = ''] = entry.split('=').map((part) => part.trim());
    const kind = rules.includes(name) ? 'rules' : schools.includes(name) ? 'schools' : null;
    const percent = Number(share);
    if (kind === null) {
      refuse(`“${name}” is neither a rule nor the id of a school in the policy. Write one of them and its share, such as ${schools[0] ?? rules[0] ?? 'oakfield'}=25.`);
    } else if (!entry.includes('=') || !Number.isInteger(percent) || percent < 0 || percent > 100) {
      refuse(`“${entry}” has no share. Write a whole number from 0 to 100 after “=”, or nothing to give it the rest's.`);
    } else if (share === '') {
      delete shares[kind][name];
    } else {
      shares[kind][name] = percent;
    }
  }
  return { ...(Object.keys(shares.schools).length === 0 ? {} : { schools: shares.schools }), ...(Object.keys(shares.rules).length === 0 ? {} : { rules: shares.rules }) };
}

/** Who is always in, as it was typed; refuses what can be nobody's address, domain or school, because nobody would be in by it. */
function ringsFrom(typed: string, schools: readonly string[], refuse: (message: string) => void): readonly string[] {
  const rings = typed.split(',').map((ring) => ring.trim().toLowerCase()).filter((ring) => ring !== '');
  for (const ring of rings) {
    if (ring.includes('@') ? /^[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+$/.test(ring) : /^(?:\*\.)?[^\s.*]+(?:\.[^\s.*]+)+$/.test(ring)) continue;
    if (schools.some((school) => school.toLowerCase() === ring)) continue;
    refuse(`“${ring}” is neither an address, a domain nor the id of a school in the policy. Write one of them, such as ${schools[0] ?? 'it@school.example'}.`);
  }
  return rings;
}

/**
 * The deployment that is signed next: what was typed over what was in force. It leaves monitor-only only with who
 * authorised it, the impact assessment and the day staff were told on record (AC8.1). `offlineDays` comes with the policy.
 */
export function nextDeployment(
  typed: TypedDeployment,
  before: Deployment | null,
  { serial, issued, offlineDays }: Pick<Deployment, 'serial' | 'issued' | 'offlineDays'>,
  shared: Shared = { schools: [], rules: [] },
): { readonly deployment: Deployment | null; readonly problems: readonly ChoiceProblem[] } {
  const problems: ChoiceProblem[] = [];
  const refuse = (choice: string, message: string): void => void problems.push({ choice, message });

  const mode = (typed.mode ?? before?.mode ?? 'monitor-only') as Mode;
  if (!MODES.includes(mode)) refuse('mode', `“${mode}” is not a mode. Choose ${MODES.slice(0, -1).join(', ')} or block.`);

  const percent = typed.rollout === undefined ? (before?.rollout.percent ?? 100) : Number(typed.rollout);
  if (!Number.isInteger(percent) || percent < 0 || percent > 100 || typed.rollout?.trim() === '') refuse('rollout', `“${typed.rollout ?? ''}” is not a share. Write a whole number from 0 to 100.`);
  const rings = typed.rings === undefined ? (before?.rollout.rings ?? []) : ringsFrom(typed.rings, shared.schools, (message) => refuse('rings', message));
  const rollout: Rollout = { ...sharesFor(typed.rolloutFor, before?.rollout, shared, (message) => refuse('rollout-for', message)), percent, rings };

  const given: { readonly [member in keyof Authorisation]: string | undefined } = {
    by: typed.authorisedBy,
    on: typed.authorisedOn,
    minute: typed.minute,
    dpia: typed.dpia,
    staffToldOn: typed.staffToldOn,
  };
  const record: { -readonly [member in keyof Authorisation]?: string } = {};
  const today = issued.slice(0, 10);
  for (const [member, choice, what] of RECORD) {
    const value = (given[member] ?? before?.authorisation?.[member] ?? '').trim();
    if (value === '') {
      if (mode !== 'monitor-only' && MODES.includes(mode)) refuse(choice, `missing: Heed stays in monitor-only until it is on record. Write ${what}.`);
      continue;
    }
    if (member === 'on' || member === 'staffToldOn') {
      const problem = recordDateProblem(value, today);
      if (problem !== null) refuse(choice, problem);
    }
    record[member] = value;
  }
  const authorisation = RECORD.every(([member]) => record[member] !== undefined) ? (record as Authorisation) : null;
  if (problems.length > 0) return { deployment: null, problems };
  return { deployment: { serial, issued, mode, rollout, offlineDays, authorisation }, problems };
}
