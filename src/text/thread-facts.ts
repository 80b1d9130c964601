import type { Thread } from '../domain';
import { attributionLength, headerKind } from './quote-words';

/** What mail programs put before the subject of a mail that is passed on, in the languages that `quote-words` knows. */
const FORWARD = 'fwd?|wg|tr|rv|enc|pd|vb|i|yml|doorst|[iİ]lt';
/** And before that of an answer. */
const ANSWER = 're|aw|sv|vs|odp|antw?|r|res|réf|atb|ynghylch|ynt';
/** How often it was, as some programs count (`Re[2]:`), and its colon, which French sets apart and Chinese writes wide. */
const COUNTED = '\\s{0,3}(?:[[(]\\d{1,3}[\\])]|\\^\\d{1,3})?\\s{0,3}[:：]';
/** What a gateway puts before them all, such as `[EXTERNAL]`. */
const TAG = '\\s{0,3}\\[[^\\]]{1,30}\\]';
const FORWARD_PREFIX = new RegExp(`^(?:${TAG})?\\s{0,3}(?:${FORWARD})${COUNTED}`, 'i');
const ANSWER_PREFIX = new RegExp(`^(?:${TAG})?\\s{0,3}(?:${ANSWER})${COUNTED}`, 'i');
const TAG_OR_PREFIX = new RegExp(`^(?:${TAG}|\\s{0,3}(?:${ANSWER}|${FORWARD})${COUNTED})`, 'i');
const ANY_PREFIX = /^\s*[a-z]{1,4}\s*[:：]/i;

/** Longer lines are not header lines of people. */
const LONGEST_LINE = 20_000;
/** Outlook takes 255 characters. */
const LONGEST_SUBJECT = 1000;

/** True for a subject that says that the mail answers one, or passes it on. */
export function isAnswered(subject: string): boolean {
  return ANSWER_PREFIX.test(subject) || isForwarded(subject);
}

/** A subject without the tags and prefixes before it, case and white space apart. */
function bareSubject(subject: string): string {
  let rest = subject.slice(0, LONGEST_SUBJECT);
  for (let prefix = TAG_OR_PREFIX.exec(rest); prefix !== null; prefix = TAG_OR_PREFIX.exec(rest)) rest = rest.slice(prefix[0].length);
  return rest.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** True when two subjects are one, but for what mail programs and gateways put before it. */
export function isSameSubject(subject: string, earlier: string): boolean {
  const bare = bareSubject(earlier);
  return bare !== '' && bareSubject(subject).slice(-bare.length) === bare;
}

/** True for a subject that says that the mail is passed on. */
export function isForwarded(subject: string): boolean {
  return FORWARD_PREFIX.test(subject);
}

/** What a mail is by its words alone. One that has a thread below it and no prefix is taken for one that is passed on: more is new then. */
export function kindByWords(subject: string, quotedText: string): Thread['kind'] {
  if (isForwarded(subject)) return 'forward';
  if (isAnswered(subject)) return 'reply';
  return quotedText === '' ? 'new' : 'forward';
}

/** How many forward prefixes a subject begins with, answers between them included: 2 for `FW: RE: Fwd: Trip`. */
function forwardPrefixes(subject: string): number {
  let rest = subject.slice(0, LONGEST_SUBJECT);
  let count = 0;
  for (let prefix = ANY_PREFIX.exec(rest); prefix !== null; prefix = ANY_PREFIX.exec(rest)) {
    if (isForwarded(rest)) count++;
    rest = rest.slice(prefix[0].length);
  }
  return count;
}

/** The addresses written in a line, lower case. */
function addressesIn(line: string): readonly string[] {
  return line
    .slice(0, LONGEST_LINE)
    .toLowerCase()
    .split(/[\s<>()[\],;:"'|]+/)
    .filter((word) => /^[^@]+@[^@.]+\.[^@]*[^@.]$/.test(word));
}

/** People whom a header line names without an address, as written. */
function namesIn(people: string): readonly string[] {
  return people
    .slice(0, LONGEST_LINE)
    .split(/;|>\s*,/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.includes('@'));
}

/**
 * What the quoted thread says of the conversation, from its header blocks (`From:`, `To:`, `Subject:` one below the other)
 * and its attributions (“On Monday Jo <jo@oakfield.example> wrote:”). Only what is quoted is known: people in Bcc, and mails
 * whose quotation somebody deleted, are not.
 */
export function threadOf(kind: Thread['kind'], subject: string, quotedText: string): Thread {
  const participants = new Set<string>();
  const namedOnly: string[] = [];
  let from: string | null = null;
  let replyTo: string | null = null;
  let quotedSubject: string | null = null;
  /** An attribution names its author alone, so only a header block tells who got the mail. */
  let namesRecipients = false;
  let forwards = kind === 'forward' ? 1 : 0;
  const add = (addresses: readonly string[]): void => {
    for (const address of addresses) participants.add(address);
  };

  const lines = quotedText.split('\n');
  for (let index = 0; index < lines.length; index++) {
    if (headerKind(lines[index]!) === null) {
      const { count } = attributionLength(lines, index);
      if (count === 0) continue;
      const words = lines.slice(index, index + count).join(' ');
      const addresses = addressesIn(words);
      add(addresses);
      if (addresses.length === 0) namedOnly.push(words);
      from = from ?? addresses[0] ?? null;
      index += count - 1;
      continue;
    }
    let end = index + 1;
    // A long list of recipients goes on over lines of its own.
    while (end < lines.length && (headerKind(lines[end]!) !== null || /[@;]/.test(lines[end]!))) end++;
    const block = lines.slice(index, end);
    index = end - 1;
    const kinds = block.map(headerKind);
    if (block.length < 2 || !kinds.includes('from')) continue;
    let people = false;
    block.forEach((line, at) => {
      const lineKind = kinds[at] ?? null;
      if (lineKind !== null) people = lineKind === 'from' || lineKind === 'to' || lineKind === 'copy';
      const value = lineKind === null ? line : line.slice(line.indexOf(':') + 1);
      const addresses = addressesIn(value);
      if (people) {
        add(addresses);
        namedOnly.push(...namesIn(value));
      }
      if (lineKind === 'to') namesRecipients = true;
      if (lineKind === 'from') from = from ?? addresses[0] ?? null;
      if (/^\W*reply.to\b/i.test(line)) replyTo = replyTo ?? addresses[0] ?? null;
      if (lineKind === 'subject') {
        quotedSubject = quotedSubject ?? value.trim();
        if (isForwarded(value)) forwards++;
      }
    });
  }
  return {
    kind,
    participants: namesRecipients && participants.size > 0 ? Array.from(participants) : null,
    namedOnly,
    from,
    replyTo,
    subject: quotedSubject,
    forwards: Math.max(forwards, forwardPrefixes(subject)),
  };
}
