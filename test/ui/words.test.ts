import fs from 'node:fs';
import path from 'node:path';
import { polishPlural, welshPlural } from '../../src/text';
import { LANGUAGES, languageFor } from '../../src/ui/languages';
import { english } from '../../src/ui/languages/english';
import type { Words } from '../../src/ui/languages/english';
import { polish } from '../../src/ui/languages/polish';
import { welsh } from '../../src/ui/languages/welsh';
import { language, reasonText, speak, words } from '../../src/ui/words';

/** What each sentence with something in it is tried with, by what it takes. */
const TAKING: { readonly [name: string]: readonly (readonly unknown[])[] } = {
  severity: [['inform'], ['warn'], ['justify'], ['block']],
  basis: [['direct'], ['related'], ['good-practice']],
  role: [['it'], ['dpo'], ['dsl'], ['hr'], ['head']],
  headline: (['inform', 'warn', 'justify', 'block'] as const).flatMap((verdict) => [1, 2, 3, 5, 6, 22].map((count) => [verdict, count])),
  whatNow: [['warn'], ['justify'], ['block']],
  showMore: [[1], [2], [5], [22]],
  when: [['tomorrow', '07:30'], ['Wednesday 7 September 2027', '08:00']],
  because: [['a meeting has no Bcc']],
};

/** What each says that takes plain values, filled with marks that must come out again. */
const MARKS = ['‹1›', '‹2›', '‹3›'];

type Said = { readonly [name: string]: readonly string[] };

function said(words: Words): Said {
  const all: { [name: string]: readonly string[] } = { reasons: Object.values(words.reasons) };
  for (const [name, value] of Object.entries(words)) {
    if (name === 'reasons') continue;
    if (typeof value === 'string') all[name] = [value];
    else if (typeof value === 'function') all[name] = (TAKING[name] ?? [MARKS]).map((values) => String((value as (...given: unknown[]) => unknown)(...values)));
  }
  return all;
}

/** Said in no language but English, or in all alike. */
const ALIKE = ['product', 'tellSubject', 'tellBody', 'slipSubject', 'slipBody', 'uncheckedAttachment', 'deedFor'];
/** Empty in English: there is nothing to say. */
const EMPTY = ['policyIsEnglish', 'unreviewed'];

const TRANSLATED = LANGUAGES.filter(({ words }) => words !== english).map(({ tag, words }) => [tag, words] as const);

test.each([
  ['en-GB', 'Remove both files', 'Replace both files with one password-protected file', 'Remove both addresses', 'call', 'contact'],
  ['cy', 'Tynnu’r ddwy ffeil', 'Rhoi un ffeil â chyfrinair yn lle’r ddwy ffeil', 'Tynnu’r ddau gyfeiriad', 'ffoniwch', 'cysylltwch'],
  ['pl', 'Usuń oba te załączniki', 'Zastąp oba te załączniki jednym plikiem z hasłem', 'Usuń oba te adresy', 'zadzwoń', 'kontakt'],
])('%s: two are both, and nobody calls an email address', (tag, files, zip, addresses, call, contact) => {
  const { words } = languageFor(tag);
  expect([words.removeAllAttachments(2), words.protectAllAttachments(2), words.removeAllRecipients(2)]).toEqual([files, zip, addresses]);
  for (const text of [words.removeAllAttachments(3), words.protectAllAttachments(3), words.removeAllRecipients(3)]) expect(text).toContain('3');
  expect(words.callIfWrong('IT', 'ext 200')).toContain(call);
  expect(words.callIfWrong('IT', 'it@oakfield.example')).toContain(contact);
  expect(words.callIfWrong('IT', 'it@oakfield.example')).not.toContain(call);
});

test('no sentence says please, blames, or is left without an end', () => {
  for (const text of Object.values(said(english)).flat()) {
    expect(text).not.toMatch(/please|invalid|error|failed to|you should not|undefined|\[object/i);
    expect(text).not.toMatch(/\s$|^\s| {2}/);
  }
});

describe.each(TRANSLATED)('%s', (_tag, words) => {
  const theirs = said(words);
  const ours = said(english);

  test('says everything, in words of its own', () => {
    const untranslated = Object.entries(theirs).filter(([name, texts]) => !ALIKE.includes(name) && texts.some((text, index) => text === '' || text === ours[name]?.[index]));
    expect(untranslated).toEqual([]);
  });

  test('leaves nothing out that stands in a sentence', () => {
    for (const [name, texts] of Object.entries(ours)) {
      if (TAKING[name] !== undefined || EMPTY.includes(name)) continue;
      const marks = (text: string): readonly string[] => MARKS.filter((mark) => text.includes(mark));
      expect([name, theirs[name]?.map(marks)]).toEqual([name, texts.map(marks)]);
    }
  });

  test('leaves no English word or stray space', () => {
    for (const [name, texts] of Object.entries(theirs)) {
      if (ALIKE.includes(name)) continue;
      for (const text of texts) expect(text).not.toMatch(/\b(?:the|this|draft again|Monday|September|tomorrow|undefined)\b|\[object|\s$|^\s| {2}/);
    }
  });

  test('has the same reasons, and knows why a change was not made', () => {
    expect(Object.keys(words.reasons)).toEqual(Object.keys(english.reasons));
    const rooms = ['src/outlook/fixes.ts', 'src/outlook/remove-words.ts', 'src/outlook/personal.ts', 'src/outlook/new-email.ts', 'src/outlook/pane-host.ts', 'src/outlook/acknowledgement.ts', 'src/taskpane/session.ts'];
    const reasons = rooms.flatMap((file) => [...fs.readFileSync(path.resolve(__dirname, '..', '..', file), 'utf8').matchAll(/(?:unreadable\(|failed: )'([^']+)'/g)].map((match) => match[1] as string));
    expect(reasons.length).toBeGreaterThan(15);
    for (const reason of [...reasons, 'Outlook did not change the text in time', 'Outlook could not change the text (9020)', 'Outlook refused to change the text', 'this Outlook cannot change the text']) {
      expect(`${reason}: ${words.because(reason) === reason ? 'not translated' : 'translated'}`).toBe(`${reason}: translated`);
    }
    expect(words.because('Outlook could not change the text (9020)')).toContain('(9020)');
  });

  test('is marked until a native speaker has read it', () => {
    expect(LANGUAGES.find((each) => each.words === words)?.reviewed).toBeNull();
    expect(words.unreviewed).not.toBe('');
  });
});

test('numbers take the form that their language has for them', () => {
  expect([1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 102, 112].map(polishPlural)).toEqual([0, 1, 1, 2, 2, 2, 2, 2, 1, 2, 1, 2]);
  expect([0, 1, 2, 3, 4, 5, 6, 7, 10].map(welshPlural)).toEqual([0, 1, 2, 3, 5, 5, 4, 5, 5]);
  expect([1, 2, 5, 22].map((more) => polish.showMore(more))).toEqual(['Pokaż jeszcze jedną pozycję', 'Pokaż jeszcze 2 pozycje', 'Pokaż jeszcze 5 pozycji', 'Pokaż jeszcze 22 pozycje']);
  expect([1, 2, 3, 4, 6].map((count) => welsh.headline('warn', count).split(' i’w')[0])).toEqual(['Un peth', '2 beth', '3 pheth', '4 peth', '6 pheth']);
});

test('days and months are said as each language says them', () => {
  expect([english, welsh, polish].map((words) => words.when('Wednesday 7 September', '07:30'))).toEqual(['Wednesday 7 September at 07:30', 'ddydd Mercher 7 Medi am 07:30', 'w środę 7 września o 07:30']);
});

test('the client’s own language is chosen, and English where there is none for it', () => {
  expect([null, '', 'cy', 'cy-GB', 'PL-pl', 'en-US', 'fr-FR'].map((tag) => languageFor(tag).tag)).toEqual(['en-GB', 'en-GB', 'cy', 'cy', 'pl', 'en-GB', 'en-GB']);
  expect(speak('pl-PL', ['cy']).tag).toBe('en-GB');
  expect(speak('pl-PL', ['cy', 'pl']).tag).toBe('pl');
  expect([reasonText({ code: 'wrong-match', text: english.reasons['wrong-match']! }), reasonText({ code: 'wrong-match', text: 'Our own words.' })]).toEqual([polish.reasons['wrong-match'], 'Our own words.']);
  expect([words.checkAgain, language().tag]).toEqual([polish.checkAgain, 'pl']);
  speak('en-GB', []);
  expect(words).toBe(english);
});

test('what may be one or several is said in whole sentences', () => {
  expect(english.showMore(1)).toBe('Show one more');
  expect(english.showMore(7)).toBe('Show 7 more');
  expect(english.headline('warn', 1)).toBe('One thing to check before you send');
  expect(english.headline('inform', 3)).toBe('This draft can go, with 3 notes');
});
