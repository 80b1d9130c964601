import type { PackSet, RawPack } from '../editing/pack-set';
import { packText } from '../editing/pack-set';
import { dayWords, momentWords } from '../words/days';
import type { Form } from './requirements';

/** What changed, in words, and what last month's totals say of it; empty where they say nothing. */
export interface RecordedDifference {
  readonly words: string;
  readonly effect: string;
}

/** One published version, with everything that is recorded of it (AC9.6). Files are as they were published, to the byte. */
export interface Publication {
  /** 1 for the first. */
  readonly number: number;
  /** ISO, UTC. */
  readonly publishedAt: string;
  /** Date and time by the schools’ clocks, as it is agreed with IT: senders follow when IT has signed and uploaded it. */
  readonly effective: string;
  readonly author: string;
  /** The second role that agreed; null where none was needed. */
  readonly approver: string | null;
  readonly reason: string;
  readonly differences: readonly RecordedDifference[];
  /** ISO dates; null where none was needed. */
  readonly consulted: string | null;
  readonly dpiaReviewed: string | null;
  readonly stands: { readonly why: string; readonly until: string } | null;
  /** The number of the version this one put back; null for a change. */
  readonly restores: number | null;
  readonly files: readonly { readonly file: string; readonly text: string; readonly sha256: string }[];
  /** The hash of the trust's pack that was in force before; null for the first version. */
  readonly before: string | null;
}

/**
 * Where published packs go. Today a file to save and a history on this machine; a server that takes them is another one of
 * these.
 */
export interface Publisher {
  /** Oldest first. */
  history(): Promise<readonly Publication[]>;
  publish(publication: Publication): Promise<void>;
  /** Tells of what is published from elsewhere while this page is open; the answer ends it. */
  watch(onPublished: (publication: Publication) => void): () => void;
}

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function hashedFiles(set: PackSet): Promise<Publication['files']> {
  return Promise.all([set.trust, ...set.overlays].map(async (pack) => ({ file: pack.file, text: packText(pack), sha256: await sha256(packText(pack)) })));
}

/** The name a version is saved under: `laat.3.1f2e3d4c.json`. */
export function versionedName({ file, sha256: hash }: Publication['files'][number], number: number): string {
  return `${file.replace(/\.json$/, '')}.${number}.${hash.slice(0, 8)}.json`;
}

/** The packs of a version, to the byte. */
export function setOfPublication({ files }: Publication): PackSet {
  const [trust, ...overlays] = files.map(({ file, text }) => ({ file, raw: JSON.parse(text) as RawPack, text }));
  if (trust === undefined) throw new Error('A publication without files.');
  return { trust, overlays };
}

export async function publicationOf(
  set: PackSet,
  form: Form,
  facts: { readonly history: readonly Publication[]; readonly differences: readonly RecordedDifference[]; readonly now: string; readonly restores: number | null; readonly inForce: PackSet | null },
): Promise<Publication> {
  const last = facts.history[facts.history.length - 1];
  const given = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return {
    number: (last?.number ?? 0) + 1,
    publishedAt: facts.now,
    effective: form.effective,
    author: form.author.trim(),
    approver: given(form.approver),
    reason: form.reason.trim(),
    differences: facts.differences,
    consulted: given(form.consulted),
    dpiaReviewed: given(form.dpiaReviewed),
    stands: given(form.stands) === null ? null : { why: form.stands.trim(), until: form.standsUntil },
    restores: facts.restores,
    files: await hashedFiles(set),
    before: facts.inForce === null ? null : await sha256(packText(facts.inForce.trust)),
  };
}

/** The line of the change log. */
export function changeLogOf(publication: Publication): string {
  const { number, publishedAt, effective, author, approver, reason, differences, consulted, dpiaReviewed, stands, restores, files } = publication;
  return [
    `## Version ${number}, to be in force from ${momentWords(effective)}`,
    '',
    restores === null ? '' : `Puts back version ${restores}.\n`,
    ...differences.map(({ words, effect }) => `- ${words}${effect === '' ? '' : `; ${effect}`}`),
    '',
    `Why: ${reason}`,
    `Published ${dayWords(publishedAt.slice(0, 10))} by ${author}${approver === null ? '' : `, agreed by ${approver}`}.`,
    ...(consulted === null ? [] : [`Unions consulted ${dayWords(consulted)}. DPIA reviewed ${dpiaReviewed === null ? '' : dayWords(dpiaReviewed)}.`]),
    ...(stands === null ? [] : [`The document still stands until ${dayWords(stands.until)}: ${stands.why}`]),
    ...files.map((each) => `${versionedName(each, number)}, SHA-256 ${each.sha256}`),
    '',
  ]
    .filter((line, index, all) => line !== '' || all[index - 1] !== '')
    .join('\n');
}

/** What IT does with the saved files, and when (docs/admin.md, “change a rule”). */
export function hostingNoteOf(publication: Publication): string {
  const { number, effective, files } = publication;
  const names = files.map((file) => versionedName(file, number));
  const [first = ''] = names;
  const isOne = names.length === 1;
  return [
    `For IT: version ${number} is to be in force from ${momentWords(effective)}, and not before.`,
    '',
    ...files.map((file) => `${versionedName(file, number)}\nSHA-256 ${file.sha256}`),
    '',
    `1. At that time: open publish.html of the archive, and choose your site folder, your key and ${isOne ? 'this file' : 'all of these files together'}. It shows ${isOne ? 'the hash' : 'each hash'}: go on if ${isOne ? 'it is the one' : 'they are those'} above.`,
    isOne ? `   Or by command: heed policy sign ${first} --key KEY.pem --site SITE` : '   Or by command: put the files into a folder of their own, and heed policy sign FOLDER --key KEY.pem --site SITE',
    '2. Upload the files that it names.',
  ].join('\n');
}

/** The notice to staff, for the owner to change and send. */
export function staffNoticeOf({ effective, differences, reason }: Publication, policyName: string): string {
  return [
    `What Heed checks before an email goes changes on ${momentWords(effective)}.`,
    '',
    ...differences.map(({ words }) => `• ${words}`),
    '',
    `Why: ${reason}`,
    '',
    `The ${policyName} policy itself has not changed. Heed looks on your own machine and keeps nothing of your emails. If a message seems wrong, tell us.`,
  ].join('\n');
}
