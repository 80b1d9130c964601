import * as v from 'valibot';
import { maskIdentifiers } from '../detectors';
import { defineRule } from '../domain';
import type { AttachmentContent, Finding } from '../domain';
import { wordsOption } from './option-kinds';

type Situation = 'published';

/** What a person calls a file of each format. Formats are told by the bytes (`inspection.format`). */
const KINDS: { readonly [format: string]: string } = {
  mp3: 'a music file',
  m4a: 'a music file',
  wav: 'a music file',
  flac: 'a music file',
  ogg: 'a music file',
  mp4: 'a video',
  mkv: 'a video',
  avi: 'a video',
  wmv: 'a video',
  mpeg: 'a video',
  epub: 'an e-book',
};

/** How published music, films and books are named: a track number, a release group's marks, the words of the trade. */
const PUBLISHED_NAME =
  /\b(?:official|lyrics?|karaoke|remaster(?:ed)?|remix|mixtape|(?:summer|party|disco|dance|dj|club) ?mix|soundtrack|ost|album|feat|ft|320 ?kbps|\d{3,4}p|blu-?ray|brrip|webrip|web-dl|dvdrip|hdtv|x26[45]|h26[45]|s\d\dE\d\d|unabridged|audiobook|retail|z-?lib(?:rary)?|libgen|trailer|full movie)\b|^\d{1,2}[ ._-]{1,3}[a-z][^-]{2,60} - |^[a-z][^-]{1,40} - [^-]{2,60} \((?:19|20)\d\d\)/i;

/** What people and their devices call their own recordings. */
const OWN_NAME =
  /^(?:img|vid|mov|pxl|dsc|dji|gopr|gx|gh|mvi|ptt|aud|rec|zoom|gmt)[ _-]?\d|\b(?:record(?:ing|ed)|voice|memo|dictation|podcast|interview|assembl(?:y|ies)|rehearsal|concert|nativity|performance|choir|our|my|class|year ?\d{1,2}|y\d{1,2}|pupils?|students?|lesson|phonics|reading aloud|meeting|training|webinar|tour|welcome|message from|whatsapp|screen ?cast|capture|backing track made)\b/i;

/** What a published book says of itself. */
const PUBLISHED_WORDS = /\bISBN\b|all rights reserved|^publisher: \w/im;

const MEDIA_ENDING = /\.(?:mp3|m4a|wav|flac|ogg|mp4|m4v|mov|mkv|avi|wmv|mpe?g|epub)$/i;

function bareName(name: string): string {
  return name.replace(/^.*[\\/>]\s*/, '').replace(/\.[a-z0-9]{2,4}$/i, '').replace(/_/g, ' ');
}

/** True for a file that somebody published, as far as its name and, for a book, its own words tell. */
function looksPublished({ attachment, inspection }: AttachmentContent, words: readonly string[], formats: readonly string[]): boolean {
  const isNamed = (name: string): boolean => {
    const bare = bareName(name);
    if (OWN_NAME.test(bare)) return false;
    return PUBLISHED_NAME.test(bare) || words.some((word) => bare.toLowerCase().includes(word.toLowerCase()));
  };
  if (inspection.entries.length > 0 && inspection.format !== 'epub') return inspection.entries.some((entry) => MEDIA_ENDING.test(entry) && isNamed(entry));
  if (!formats.includes(inspection.format)) return false;
  if (isNamed(attachment.name)) return true;
  return inspection.format === 'epub' && !OWN_NAME.test(bareName(attachment.name)) && inspection.segments.some(({ text }) => PUBLISHED_WORDS.test(text));
}

export const mediaFile = defineRule({
  id: 'media-file',
  title: 'Music, video or book that may be someone’s work',
  why: 'A published song, film or book may only be passed on by those who have the right to.',
  tips: {
    published: {
      saw: "'{file}' is {kind}. Check the school has the right to share it.",
      advice: null,
      brief: null,
    },
    'in-archive': {
      saw: "'{file}' has music, video or books in it. Check the school has the right to share it.",
      advice: null,
      brief: null,
    },
  },
  allowances: { file: 40, kind: 14 },
  situations: { published: 'inform' },
  appliesTo: ['message', 'appointment'],
  needs: ['contents'],
  wants: [],
  options: v.strictObject({
    types: v.optional(
      v.pipe(
        v.array(v.picklist(Object.keys(KINDS))),
        v.maxLength(40),
        v.title('Formats looked at'),
        v.description('Formats as Heed names them (docs/attachments.md), told by a file’s bytes and not by its name.'),
        v.metadata({ lock: 'T' }),
      ),
      Object.keys(KINDS),
    ),
    commercialPatterns: wordsOption(
      [],
      200,
      'Further names of published works',
      'Words in a file’s name that say it was published, such as a record label’s, beside those Heed knows.',
      'T',
    ),
  }),
  check: ({ contents }, options): readonly Finding<Situation>[] =>
    contents
      .filter(({ attachment }) => attachment.kind !== 'link' && !attachment.inline)
      .filter((content) => looksPublished(content, options.commercialPatterns, options.types))
      .map(({ attachment, inspection }): Finding<Situation> => {
        const kind = KINDS[inspection.format];
        return {
          situation: 'published',
          tip: kind === undefined ? 'in-archive' : 'published',
          values: { file: maskIdentifiers(attachment.name), kind: kind ?? '' },
          evidence: [{ where: maskIdentifiers(attachment.name), masked: kind ?? 'files named as published works are' }],
          fixes: [{ do: 'remove-attachment', attachment: attachment.id }],
          concerns: [`attachment:${attachment.id}:copyright`],
        };
      }),
});
