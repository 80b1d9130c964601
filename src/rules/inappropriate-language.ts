import * as v from 'valibot';
import { defineRule } from '../domain';
import type { Finding } from '../domain';
import { takesReports } from '../recipients';
import { fold, foldForComparison, shortenEnd } from '../text';
import { INCIDENT, NOT_STATED, PATTERNS, REPORTED, TEACHING } from './language-words';
import type { Tier } from './language-words';
import { addressesOption } from './option-kinds';

const TIERS: readonly Tier[] = ['threat', 'slur', 'explicit', 'abuse', 'gambling'];

/** Names and titles that hold a rude word as a word of its own. */
const SAFE_WORDS = ['Bell End', 'Moby Dick', 'William the Bastard', 'Cock Robin', 'Sod Hall'];

/** How much of the new text is searched, in characters. */
const SEARCHED = 50_000;
/** How far around a word its context is looked for, in characters. */
const CONTEXT = 400;
interface Hit {
  readonly tier: Tier;
  readonly start: number;
  readonly end: number;
}

const blanks = (text: string): string => text.replace(/[^\n]/g, ' ');

/** What stands in quotation marks is somebody else's, or is spoken about. */
function withoutQuotations(folded: string): string {
  return folded
    .replace(/"[^"]{1,600}"/g, blanks)
    .replace(/(^|[\s([:,-])'[^\n]{1,300}?'(?=[\s.,;:!?)\]-]|$)/g, blanks);
}

/** Takes the words out that the owner calls safe. Letters are compared without case. */
function withoutSafeWords(text: string, safeWords: readonly string[]): string {
  return safeWords.reduce((rest, word) => {
    const pattern = fold(word).trim().replace(/[^\w\s]/g, '\\$&').replace(/\s+/g, '\\s+');
    return pattern === '' ? rest : rest.replace(new RegExp(`\\b${pattern}\\b`, 'gi'), blanks);
  }, text);
}

function hitsIn(newText: string, subject: string, safeWords: readonly string[], extra: readonly { readonly tier: Tier; readonly phrase: string }[]): readonly Hit[] {
  // One character for one, so that places stay true; a phrase may go on over the end of a line.
  const text = withoutSafeWords(withoutQuotations(fold(newText.slice(0, SEARCHED))), safeWords).replace(/\s/g, ' ');
  const own = extra.map(({ tier, phrase }) => ({
    tier,
    isToYou: false,
    find: new RegExp(`\\b${fold(phrase).trim().replace(/[^\w\s]/g, '\\$&').replace(/\s+/g, ' ')}(?![\\w])`, 'gi'),
  }));
  const hits: Hit[] = [];
  for (const { tier, isToYou, find } of [...PATTERNS, ...own]) {
    text.replace(find, (...found: unknown[]) => {
      const word = String(found[0]);
      const start = found.filter((part): part is number => typeof part === 'number')[0]!;
      const end = start + word.length;
      const around = `${subject}\n${text.slice(Math.max(0, start - CONTEXT), end + CONTEXT)}`;
      const before = text.slice(Math.max(0, start - 120), start);
      const isExplained = isToYou
        ? REPORTED.test(before) || (tier === 'threat' ? INCIDENT.test(around) : NOT_STATED.test(before))
        : INCIDENT.test(around) || TEACHING.test(around);
      if (!isExplained && !hits.some((hit) => hit.start < end && start < hit.end)) hits.push({ tier, start, end });
      return word;
    });
  }
  return hits.sort((a, b) => a.start - b.start);
}

/** The words as the sender sees them in the pane. Of a slur or an explicit word only the ends of each word are shown. */
function shown(newText: string, { tier, start, end }: Hit): string {
  const words = shortenEnd(newText.slice(start, end).replace(/\s+/g, ' '), 40);
  return tier === 'slur' || tier === 'explicit' ? words.replace(/\B\w\B/g, '•') : words;
}

export const inappropriateLanguage = defineRule({
  id: 'inappropriate-language',
  title: 'Wording to read again',
  why: 'What is written in anger is read without the voice and the face, and cannot be taken back.',
  tips: {
    threat: {
      saw: 'Some wording here may read as a threat. Only you can see this; we do not keep it.',
      advice: 'read it again in 10 minutes, or talk face to face.',
      brief: 'Some wording here may read as a threat.',
      button: 'Save as draft',
    },
    slur: {
      saw: 'A word here may hurt people for who they are. Only you can see this; we do not keep it.',
      advice: 'choose another word.',
      brief: 'A word here may hurt people for who they are.',
      button: 'Save as draft',
    },
    explicit: {
      saw: 'Some wording here may be read as sexual. Only you can see this; we do not keep it.',
      advice: 'take it out. If it is about a worry for a child, speak to your DSL and do not forward it.',
      brief: 'Some wording here may be read as sexual.',
      button: 'Save as draft',
    },
    abuse: {
      saw: 'Some wording here may come across as angry or hurtful. Only you can see this; we do not keep it.',
      advice: 'save it as a draft and read it again in 10 minutes, or talk face to face.',
      brief: 'Some wording here may come across as angry or hurtful.',
      button: 'Save as draft',
    },
    gambling: {
      saw: 'This seems to be about betting. Only you can see this; we do not keep it.',
      advice: null,
      brief: null,
    },
  },
  allowances: {},
  situations: { threat: 'justify', slur: 'justify', explicit: 'justify', abuse: 'warn', gambling: 'inform' },
  appliesTo: ['message', 'appointment'],
  needs: ['audience', 'body'],
  wants: ['subject', 'sender', 'thread', 'attachments'],
  searches: ['subject'],
  options: v.strictObject({
    lists: v.optional(
      v.pipe(
        v.array(v.picklist(TIERS)),
        v.maxLength(TIERS.length),
        v.title('Kinds of wording'),
        v.description('Which kinds are looked for: threats, slurs, explicit words, abuse, betting.'),
        v.metadata({ lock: 'T' }),
      ),
      [...TIERS],
    ),
    phrases: v.optional(
      v.pipe(
        v.array(v.strictObject({ phrase: v.pipe(v.string(), v.minLength(3), v.maxLength(80)), tier: v.picklist(TIERS) })),
        v.maxLength(500),
        v.title('Phrases of your own'),
        v.description('Phrases that count beside the list that comes with Heed, each with its kind. Whole words only.'),
        v.metadata({ lock: 'T' }),
      ),
      [],
    ),
    safeWords: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.minLength(2), v.maxLength(80))),
        v.maxLength(500),
        v.title('Words that are fine here'),
        v.description('Places, families and titles that hold a rude word. They are passed over whole.'),
        v.metadata({ lock: 'T' }),
      ),
      SAFE_WORDS,
    ),
    reportingRecipients: addressesOption(500, 'People who take reports', 'Addresses or domains, beside the organisation’s contacts and inside mailboxes such as dsl@ and hr@. A message to one of them is not looked at.', 'T'),
  }),
  check: ({ audience, body, subject, sender, thread, attachments }, options, { organisation, evidence: { maxItems } }): readonly Finding<Tier>[] => {
    if (sender?.isMachine === true) return [];
    if (audience.members.some((member) => takesReports(member, organisation, options.reportingRecipients))) return [];
    const about = body.newText.slice(0, CONTEXT);
    const look = (text: string, around: string, whereOf: (start: number) => string) =>
      hitsIn(text, foldForComparison(around), options.safeWords, options.phrases).map((hit) => ({ tier: hit.tier, evidence: { where: whereOf(hit.start), masked: shown(text, hit) } }));
    const hits = [
      // The subject of an answer or of what is passed on is somebody else's.
      ...look(thread === undefined || thread.kind === 'new' ? (subject ?? '') : '', about, () => 'Subject'),
      ...look(body.newText, subject ?? '', (start) => `Message > line ${body.newText.slice(0, start).split('\n').length}`),
    ].concat(
      ...(attachments ?? []).filter(({ inline }) => !inline).map(({ name }) => look(name.replace(/[._-]/g, ' '), `${subject ?? ''} ${about}`, () => 'File name')),
    );
    const findings: Finding<Tier>[] = [];
    for (const tier of TIERS) {
      const ofTier = hits.filter((hit) => hit.tier === tier);
      if (ofTier.length === 0 || !options.lists.includes(tier)) continue;
      findings.push({
        situation: tier,
        values: {},
        evidence: ofTier.slice(0, maxItems).map(({ evidence }) => ({ ...evidence, count: ofTier.length })),
        ...(tier === 'gambling' ? {} : { fixes: [{ do: 'save-draft' as const }] }),
        concerns: ['wording'],
      });
    }
    return findings;
  },
});
