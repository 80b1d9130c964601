import * as v from 'valibot';
import { defineRule } from '../domain';
import type { Finding } from '../domain';
import { fold, shortenEnd } from '../text';
import { switchOption, wordsOption } from './option-kinds';

type Situation = 'missing';

/** How much of the new text is searched, in characters. */
const SEARCHED = 20_000;

/** Says that something is attached: in the words that people use for it. */
const SAYS_SO = [
  "\\b(?:please|pls) (?:find|see|refer to|have a look at|complete|read|use|print|sign|return)(?: \\w+){0,4} (?:attached|enclosed)\\b",
  '\\b(?:find|see|as|is|are) (?:attached|enclosed)(?! (?:to|by|themselves|at|with string)\\b)',
  "\\b(?:i(?:'ve| have|'m| am)?|we(?:'ve| have|'re| are)?|have|am|are) (?:also |now |just |re-?)?(?:attached|attaching|enclosed|enclosing)\\b(?! to\\b)",
  '\\battached (?:is|are|you will find|please find|herewith|below|here|file|document|letter|form|copy|spreadsheet|list|pdf|minutes|agenda|timetable|plan|report|rota|poster|photo|picture|slides|presentation|worksheet|invoice|policy)',
  '\\b(?:the|your|an?) (?:attached|enclosed) (?!to\\b)\\w+',
  '\\b(?:in|see|on|to|from|with|read|complete|sign|open) (?:the|this|my) attachment|\\battachments? (?:is|are|below|contains?|shows?)\\b|\\b(?:two|three|four|\\d) attachments\\b',
  '\\bpfa\\b|\\bynghlwm\\b|\\bwedi (?:ei |\'i )?(?:atodi|hatodi)\\b|\\bw zalaczeniu\\b',
].join('|');

/** Says that something is not attached, or that it comes in another way. */
const NOT_SO =
  /\b(?:no|not|never|without|isn't|aren't|wasn't|haven't|hasn't|didn't|don't|won't|can't|cannot|couldn't|forgot(?:ten)?|will be|to be|would be|should be|being|if|unless|when|once|where|whether|please|could you|can you|did you|have you|you|you've|she|he|they|who|mum|dad|parents?|previously|earlier|already|yesterday|last (?:week|time|email)|emotionally|strings?)\b[^.!?\n]{0,24}$/i;

/** After the words: what makes them say something else, such as a toddler attached to his mother. */
const ANOTHER_SENSE = /^[^.!?\n]{0,24}\b(?:to (?:the|our|a|an|his|her|their|my|your|each|it|him|them|school)|by (?:a|the)|(?:in|on|to|with) (?:my|the|your|a) (?:previous|last|earlier|next|separate|other|original|google|one|teams|share\w*|portal)|separately|tomorrow|later|nursery|unit|toilet|house|sixth form|provision|in (?:your|my) (?:original|last|earlier))\b/i;

const PICTURE = /\b(?:picture|photo|image|screen ?shot|snip|logo|map|below)\b/i;

/** The words that say that something is attached; null when none do. */
function claimIn(newText: string, extra: readonly string[]): { readonly words: string; readonly line: number } | null {
  const text = fold(newText.slice(0, SEARCHED)).replace(/"[^"\n]{1,300}"/g, (quotation) => quotation.replace(/\S/g, ' '));
  const own = extra.map((phrase) => `\\b${fold(phrase).trim().replace(/[^\w\s]/g, '\\$&')}(?!\\w)`);
  const pattern = new RegExp([SAYS_SO, ...own].join('|').replace(/ /g, '\\s+'), 'gi');
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const before = text.slice(Math.max(0, found.index - 40), found.index);
    const after = text.slice(found.index + found[0].length, found.index + found[0].length + 80);
    // “Please” in the words themselves asks the reader to look; before them it asks the reader to attach.
    if (NOT_SO.test(before) || ANOTHER_SENSE.test(after)) continue;
    return { words: found[0].replace(/\s+/g, ' '), line: text.slice(0, found.index).split('\n').length };
  }
  return null;
}

export const forgottenAttachment = defineRule({
  id: 'forgotten-attachment',
  title: 'Attachment forgotten',
  why: 'A second email with the words “now with the attachment” costs everyone who gets it a minute.',
  tips: {
    missing: {
      saw: "The text says '{words}', but nothing is attached.",
      advice: 'attach it, or change the words. If nothing is missing, {anyway}.',
      brief: 'Nothing is attached, though the text says so.',
    },
  },
  allowances: { words: 50 },
  situations: { missing: 'warn' },
  appliesTo: ['message', 'appointment'],
  needs: ['body', 'attachments'],
  wants: ['sender', 'thread'],
  options: v.strictObject({
    phrases: wordsOption([], 100, 'Phrases of your own', 'Words beside the usual ones that say that something is attached.', 'T'),
    repliesToo: switchOption(true, 'Look at replies too', 'A reply may speak of what the other person attached; off, only new emails and forwards are looked at.', 'T'),
  }),
  check: ({ body, attachments, sender, thread }, options): readonly Finding<Situation>[] => {
    if (sender?.isMachine === true || (thread?.kind === 'reply' && !options.repliesToo)) return [];
    // A linked file is as good as an attached one, and so is any link that the sender put into the words.
    if (attachments.some((attachment) => !attachment.inline) || body.links.some((link) => !/^https?:\/\/(?:www\.)?[^/]*\/?$/i.test(link))) return [];
    const claim = claimIn(body.newText, options.phrases);
    if (claim === null || (attachments.length > 0 && PICTURE.test(body.newText))) return [];
    return [
      {
        situation: 'missing',
        values: { words: claim.words },
        evidence: [{ where: `Message > line ${claim.line}`, masked: shortenEnd(claim.words, 60) }],
        concerns: ['attachments'],
      },
    ];
  },
});
