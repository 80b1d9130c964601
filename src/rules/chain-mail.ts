import * as v from 'valibot';
import { defineRule } from '../domain';
import type { Finding } from '../domain';
import { classOf, takesReports } from '../recipients';
import { fold } from '../text';
import { numberOption } from './option-kinds';

type Situation = 'chain' | 'passed-on';

/** How much of a text is searched, in characters: a chain letter says what it wants on its first pages. */
const SEARCHED = 20_000;
/** How far the demand and the promise may stand apart, in characters. */
const NEAR = 1500;

const MANY = '(?:at least )?(?:\\d{1,3}|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|as many)(?: of (?:your|the))?';
const FRIENDS = '(?:\\w+ )?(?:people|friends|contacts|persons|loved ones|women|mums|parents|teachers|colleagues)';
const UNBROKEN = "(?:do not|don't|never|dare to|nobody|no ?one) breaks? (?:the|this) chain";

/** Asks readers to pass it on to people of their own choosing. “To Year 6 parents” and “to your team” are no such demand. */
const DEMAND = new RegExp(
  `\\b(?:forward|send|pass|share|copy|e-?mail|repost|post)\\b.{0,60}?\\bto (?:${MANY} ${FRIENDS}|(?:everyone|everybody|all (?:the )?people|anyone) (?:you (?:know|care|love)|(?:in|on) your)|` +
    `(?:all (?:of )?)?(?:your|ur) (?:(?:closest|best|family and) )?(?:friends|loved ones|(?:whole )?address book|entire contacts?|contact list))` +
    `|\\bshare (?:this |it )?with (?:${MANY} ${FRIENDS}|(?:everyone|everybody) (?:you (?:know|care|love)|in your))` +
    `|\\b(?:keep (?:this|it|the chain) going|${UNBROKEN}|send (?:this|it) back to the person)\\b`,
  'gi',
);

/** Promises luck, money or a wish for it, or threatens with the lack of them; also the hoaxes that are passed on. */
const PROMISE = new RegExp(
  "(?:bad|(?:year|month|day)s? of|bring(?:s|ing)? (?:you )?good|(?:receive|have) good) luck|\\bluck (?:will|is|has been)\\b|broke the chain" +
    `|${UNBROKEN}` +
    // What became of those who did, or did not.
    '|\\b(?:(?:passed|sent) (?:it|this) on|(?:deleted|ignored|laughed at|kept) (?:it|this|hers|his|theirs)) and\\b|\\bleave your hands\\b' +
    // What a hoax about a danger says of itself.
    "|\\bsav(?:e|ing) (?:a|some(?:one|body)'s|your) life\\b|\\bno(?:t a)? joke\\b|\\bfriend (?:of mine )?(?:who (?:is|works) )?(?:in|for|at) the (?:police|council|hospital|bank)" +
    '|\\b(?:get|receive) (?:up to |back )?\\d+ (?:gifts|presents|books|recipes|cards|bottles)\\b|\\bname (?:at|on) the top\\b' +
    '|\\bwish(?:es)? (?:will|shall|to) (?:come true|be granted)|\\bmake a wish\\b|\\bmiracle will\\b|\\bwill (?:be (?:cursed|blessed)|have bad|never find love)' +
    "|\\b(?:something|(?:great|good|bad|terrible) things?) (?:\\w+ )?(?:will|is going to) happen" +
    '|\\bfor (?:every|each) (?:person|friend|e-?mail|mail|message|time) (?:that |who )?(?:you (?:send|forward|pass|share)|it is|this is|gets? (?:sent|forwarded))' +
    "|\\b(?:if you (?:do not|don't|fail to|ignore|delete)|those who (?:do not|don't|ignore)).{0,60}?\\b(?:died?|luck|cursed?|regret|unlucky|sorry|lose)\\b" +
    '|\\b(?:erase|delete|destroy|wipe|burn|ruin)s? (?:everything on |all (?:of )?)?(?:your|the) (?:whole |entire )?(?:hard (?:disk|drive|disc)|phone|computer)' +
    '|\\b(?:facebook|whatsapp|microsoft|hotmail|instagram|bill gates) (?:is going to|will) (?:pay|close|delete|shut|give|donate)' +
    // What everyone is warned of: a cost, a trick, a danger. An office that warns asks nobody to pass it on to whom they know.
    '|\\b(?:scam|hoax|hacker|beware|virus|warn|(?:will|to|start) (?:be )?charg|charges (?:you|from|for|\\W?\\d))',
  'gi',
);

function placesOf(pattern: RegExp, text: string): readonly number[] {
  const places: number[] = [];
  text.replace(pattern, (...found: unknown[]) => {
    places.push(found.filter((part): part is number => typeof part === 'number')[0]!);
    return '';
  });
  return places;
}

/** A subject in which somebody asks what to do with one. */
const ABOUT_ONE = /\b(?:chain (?:e-?)?(?:letter|mail)s?|spam|scam|hoax)\b/i;
/** More people than these are not asked. */
const MOST_ASKED = 2;

/** True for a text that asks to be passed on and promises or threatens something near by. */
function isChain(text: string): boolean {
  const flat = fold(text.slice(0, SEARCHED)).replace(/\s+/g, ' ');
  const demands = placesOf(DEMAND, flat);
  if (demands.length === 0) return false;
  const promises = placesOf(PROMISE, flat);
  return demands.some((demand) => promises.some((promise) => Math.abs(promise - demand) <= NEAR));
}

export const chainMail = defineRule({
  id: 'chain-mail',
  title: 'Chain email',
  why: 'A mail that asks to be passed on wastes the time of everyone it reaches, and is often how a scam travels.',
  tips: {
    chain: {
      saw: 'This looks like a chain email: it asks people to pass it on, with a promise or a threat.',
      advice: 'delete it. If it asks for money or a log-in, send it to IT Services first.',
      brief: 'It looks like a chain email.',
      button: 'Back to email',
    },
    'passed-on': {
      saw: 'This has been passed on {times: # time|# times} already and goes to {people: # person|# people}.',
      advice: 'send it only to those who need it. If they all do, {anyway}.',
      brief: 'It has been passed on {times: # time|# times} already.',
    },
  },
  allowances: {},
  situations: { chain: 'warn', 'passed-on': 'warn' },
  appliesTo: ['message', 'appointment'],
  needs: ['audience', 'body'],
  wants: ['thread', 'sender', 'subject'],
  options: v.strictObject({
    forwardDepth: numberOption(3, [2, 10], 'Times passed on', 'A mail that was passed on so many times counts when it also goes to many people; from one more than twice as many on, to anybody.', 'T', 'times'),
    recipients: numberOption(10, [5, 100], 'Many people', 'It counts from one more recipient than this on.', 'T', 'people'),
  }),
  check: ({ audience, body, thread, sender, subject }, options, { organisation }): readonly Finding<Situation>[] => {
    const others = audience.members.filter((member) => !member.isSender);
    // Whoever reports a chain letter has to send it.
    if (others.length === 0 || others.every((member) => takesReports(member, organisation))) return [];
    if (others.length <= MOST_ASKED && others.every((member) => member.class === 'inside') && ABOUT_ONE.test(subject ?? '')) return [];
    const isPassedOn = thread?.kind === 'forward';
    if (isChain(body.newText) || (isPassedOn && isChain(body.quotedText))) {
      return [
        {
          situation: 'chain',
          values: {},
          evidence: [{ where: isChain(body.newText) ? 'Text' : 'Text passed on', masked: 'asks to be passed on, and promises or threatens something' }],
          concerns: ['wording'],
        },
      ];
    }
    if (!isPassedOn || thread.forwards < options.forwardDepth) return [];
    // What has gone through so many hands is nobody's errand any more, however few get it.
    if (others.length <= options.recipients && thread.forwards <= 2 * options.forwardDepth) return [];
    // What went from office to office only, such as a circular of the local authority, is no chain letter.
    const isOfficial =
      thread.participants !== null &&
      thread.participants.every((address) => classOf(address, organisation, sender?.address ?? '', 0) !== 'personal');
    if (isOfficial) return [];
    return [
      {
        situation: 'passed-on',
        values: { times: thread.forwards - 1, people: others.length },
        evidence: [{ where: 'Text passed on', masked: `passed on ${thread.forwards} times, this time included`, count: thread.forwards }],
        concerns: ['wording', 'audience'],
      },
    ];
  },
});
