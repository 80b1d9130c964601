import type { Fix, ReportedFinding } from '../domain';
import { words } from '../ui';
import { offeredFixes, promisedFirst, removeAllOf } from './fixes';
import type { FixOfMany, FixScene, OfferedFix } from './fixes';

/** Findings that differ in what they were seen in and in nothing else: one is a group of its own. */
export type Group = readonly [ReportedFinding, ...ReportedFinding[]];

function kindOf({ rule, severity, title, clauses }: ReportedFinding): string {
  return JSON.stringify([rule, severity, title, clauses.map(({ id, basis }) => [id, basis])]);
}

/** The findings in groups of alike ones, each where its first one stands. */
export function groupsOf(findings: readonly ReportedFinding[]): readonly Group[] {
  const groups = new Map<string, [ReportedFinding, ...ReportedFinding[]]>();
  for (const finding of findings) {
    const group = groups.get(kindOf(finding));
    if (group === undefined) groups.set(kindOf(finding), [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

/** What all of these begin with, up to the quotation mark that opens the first name they differ in. */
function alikeBefore(texts: readonly string[]): string {
  const [first = ''] = texts;
  let length = 0;
  while (length < first.length && texts.every((text) => text[length] === first[length])) length += 1;
  return first.slice(0, Math.max(0, first.lastIndexOf("'", length - 1)));
}

/**
 * The advice of alike findings, said once: where it only names another file for each, it says “each file”. Null where it
 * differs in more than that, and is to stand with each.
 */
export function adviceForAll(group: Group): string | null {
  const [first] = group;
  if (group.every(({ advice }) => advice === first.advice)) return first.advice;
  if (!group.every(({ concerns, advice }) => advice !== null && concerns.some((concern) => concern.startsWith('attachment:')))) return null;
  const all = group.map(({ advice }) => advice ?? '');
  const start = alikeBefore(all);
  const rests = all.map((advice) => advice.slice(start.length));
  const names = rests.map((rest) => /^'.*?'(?=[\s.,;:]|$)/.exec(rest)?.[0] ?? '');
  const ends = rests.map((rest, index) => rest.slice((names[index] ?? '').length));
  const isName = group.every(({ saw }, index) => names[index] !== '' && saw.includes(names[index] ?? ''));
  return isName && ends.every((end) => end === ends[0]) ? `${start}${start === '' ? 'Each file' : 'each file'}${ends[0] ?? ''}` : null;
}

export interface GroupFixes {
  /** What puts all of them right, and what each of them offers just the same. */
  readonly ofAll: readonly OfferedFix[];
  /** What else each of them offers, in their order. */
  readonly ofEach: readonly (readonly OfferedFix[])[];
  /** Where what the dialog's button promised stands first; null where it promised nothing that is offered. */
  readonly promisedIn: 'all' | 'each' | null;
}

/** The different things that one kind of fix acts on. */
function targetsOf(offers: readonly OfferedFix[], deed: Fix['do']): readonly string[] {
  const targets = offers.flatMap((offer) => {
    if (offer.as !== 'button' || offer.fix.do !== deed) return [];
    return 'attachment' in offer.fix ? [offer.fix.attachment] : 'address' in offer.fix ? [offer.fix.address] : [];
  });
  return [...new Set(targets)];
}

function ofMany(deed: Fix['do'], targets: readonly string[]): readonly OfferedFix[] {
  const button = (fix: FixOfMany, text: string, icon: string): readonly OfferedFix[] => [{ as: 'button', key: fix.do, words: text, icon, fix }];
  if (targets.length < 2) return [];
  switch (deed) {
    case 'remove-attachment':
      return button({ do: 'remove-attachments', attachments: targets }, words.removeAllAttachments(targets.length), 'heed-remove');
    case 'protect-attachment':
      return button({ do: 'protect-attachments', attachments: targets }, words.protectAllAttachments(targets.length), 'heed-protect');
    case 'remove-recipient':
      return [removeAllOf(targets)];
    default:
      return [];
  }
}

/** What puts a group right, each thing once, and first what the dialog's button promised. */
export function fixesOf(group: Group, scene: FixScene): GroupFixes {
  const ordered = group.map(promisedFirst);
  const each = ordered.map(({ fixes }, index) => offeredFixes(fixes, group[index]!.concerns, scene));
  const [first = []] = each;
  const isShared = ({ key }: OfferedFix): boolean => each.every((offers) => offers.some((offer) => offer.key === key));
  const ofEach = each.map((offers) => offers.filter((offer) => !isShared(offer)));
  const left = ofEach.flat();
  const forAll = (offer: OfferedFix): readonly OfferedFix[] => {
    if (isShared(offer)) return [offer];
    return offer.as === 'button' ? ofMany(offer.fix.do as Fix['do'], targetsOf(left, offer.fix.do as Fix['do'])) : [];
  };
  const ofAll = first.flatMap(forAll);
  const [lead] = first;
  const isPromised = ordered[0]?.isPromised === true && lead !== undefined;
  return {
    ofAll: ofAll.filter(({ key }, index) => ofAll.findIndex((offer) => offer.key === key) === index),
    ofEach,
    promisedIn: !isPromised ? null : forAll(lead).length > 0 ? 'all' : 'each',
  };
}
