/*
 * Learns what the look of a word or number, what joins it to the text and the words around it are worth (src/detectors/secrets/weights.ts)
 * from the mails beside this file, in which each secret is marked, and says how well they tell on mails that were held back. The same
 * mails give the same weights.
 *
 *   npm run learn                     learns, here and beside it, and writes the weights
 *   node test/detectors/secret-mails/learn.mjs --check
 *                                     learns, and says whether the weights in the source are those; small differences may stand
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadProduct } from '../../inspectors/corpus.mjs';
import { add, linesOf, readMails, recallAt, remember, round, textOf, weightsIn, writeOrCheck, writtenAs } from '../learning.mjs';
import { regress } from '../regress.mjs';
import { wordClasses } from './word-classes.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { candidatesIn } = loadProduct('src/detectors/secrets/candidates.ts');
const { announcedBy, signsOf, SIGNS, wordsAround } = loadProduct('src/detectors/secrets/evidence.ts');
const { LEAST_OF_WORDS } = loadProduct('src/detectors/secrets/told.ts');
const { makePage } = loadProduct('src/detectors/page.ts');
const { readText } = loadProduct('src/detectors/reading.ts');
const { NAMED, isCapitalised, numberOfStem, stemOf } = loadProduct('src/detectors/words/text-words.ts');
const { DEFAULT_DETECTION } = loadProduct('src/domain/index.ts');

/** A word counts at a place when so many candidates have it there. */
const FEWEST = 3;
/** Pull of each weight towards nothing: of words, and of signs. */
const RIDGE = 3;
const RIDGE_OF_SIGNS = 1;
const RIDGE_OF_CLASSES = 1;
const ROUNDS = 25;
/** A weight with fewer is left out. */
const LEAST_POINTS = 4;
/** Parts in which mails are left out to see what is told of mails that were not learned from. */
const PARTS = 5;
/** The share of silent mails, most of them look-alikes on purpose, that may be taken for more. */
const FALSE_ALARMS = 0.028;
const PLACES = 4;
const MOST = 5000;
/** A candidate is the secret when they have so much of each other. */
const SHARE = 0.6;

/** Lines that were written one by one, and not as mails. */
const isLine = ({ source }) => source === 'short';

/** The sentences and mails that the other tests hold the detectors to. */
function casesOfTests() {
  const { given, silent } = loadProduct('test/detectors/mails/secrets.ts');
  const { schoolMails } = loadProduct('test/detectors/mails/school-mails.ts');
  const { detectors } = loadProduct('src/detectors/index.ts');
  const secretsOf = ({ expected }) => expected.filter(({ detector }) => detector === 'credentials').map(({ written: secret }) => secret);
  const ofDetectors = detectors.flatMap(({ id }) => {
    const { found, cleared } = loadProduct(`test/detectors/${id}.cases.ts`).cases;
    return [...found.map(({ text, values }) => ({ text, secrets: id === 'credentials' ? values : [] })), ...cleared.map(({ text }) => ({ text, secrets: [] }))];
  });
  return [
    ...given.map((text) => ({ text: text.replace(/[«»]/g, ''), secrets: Array.from(text.matchAll(/«"?([^»]*?)"?»/g), ([, secret]) => secret) })),
    ...silent.map((text) => ({ text, secrets: [] })),
    ...schoolMails.map((mail) => ({ text: mail.text, secrets: secretsOf(mail) })),
    ...ofDetectors,
  ].map((mail) => ({ ...mail, tuned: true }));
}

/** Mails about everything but secrets. */
const otherMails = () => readMails(here, '../told-mails/learned-from.jsonl').map((mail) => ({ text: textOf(mail), secrets: [], tuned: true }));

function isSecretAt(text, secrets, { start, end }) {
  return secrets.some((secret) => {
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
      if (Math.min(end, at + secret.length) - Math.max(start, at) >= SHARE * Math.max(end - start, secret.length)) return true;
    }
    return false;
  });
}

/** The candidates of each mail, with what is seen of them. */
function candidatesOf(mails) {
  return mails.map((mail) => {
    const { text } = readText(mail.text);
    const page = makePage(text, DEFAULT_DETECTION);
    const candidates = candidatesIn(page, MOST).map((candidate) => {
      const words = [];
      wordsAround(page, candidate, (place, stem, from, to) => {
        words.push({ place, stem, isCapital: isCapitalised(text, from, to) });
        remember(stem, text.slice(from, to).toLowerCase());
      });
      return { words, signs: [...announcedBy(page, candidate), ...signsOf(page, candidate)], isSecret: isSecretAt(text, mail.secrets, candidate) };
    });
    return { ...mail, part: numberOfStem(text) % PARTS, candidates };
  });
}

/** Stems that are met often enough, and not mostly with a capital, as names are. */
function frequentStems(mails) {
  const small = new Map();
  const capital = new Map();
  for (const { candidates } of mails) {
    for (const { words } of candidates) {
      for (const { stem, isCapital } of words) {
        add(isCapital ? capital : small, stem, 1);
      }
    }
  }
  return (stem) => (small.get(stem) ?? 0) >= FEWEST && (capital.get(stem) ?? 0) <= 3 * (small.get(stem) ?? 0);
}

const featureOf = ({ place, stem, isCapital }, isKnown) => (isCapital && !isKnown(stem) ? NAMED : stem) * PLACES + place;

/** The stems of each class. */
const classes = wordClasses.map((words) => {
  words.forEach((word) => remember(stemOf(word), word));
  return new Set(words.map(stemOf));
});

/** How many words of each class stand at each place, as `[class and place, count]`. */
function ofClasses(features) {
  const counts = new Map();
  for (const feature of features) {
    classes.forEach((stems, i) => {
      const at = i * PLACES + (feature % PLACES);
      if (stems.has(Math.floor(feature / PLACES))) add(counts, at, 1);
    });
  }
  return [...counts];
}

/** What the classes add to words at their places. */
function pointsOfClasses(byClass) {
  const points = new Map();
  byClass.forEach((ofPlaces, i) => {
    for (const stem of classes[i]) ofPlaces.forEach((more, place) => add(points, stem * PLACES + place, more));
  });
  return points;
}

/** Learns what signs, classes and words are worth, of words at their places only those that `mayCount`. */
function learnOnce(mails, isKnown, mayCount) {
  const all = mails.flatMap(({ candidates }) => candidates);
  const features = all.map(({ words }) => [...new Set(words.map((word) => featureOf(word, isKnown)))]);
  const count = new Map();
  for (const row of features) for (const feature of row) add(count, feature, 1);
  const kept = [...count.keys()].filter((feature) => count.get(feature) >= FEWEST && mayCount(feature)).sort((a, b) => a - b);
  const firstWord = SIGNS.length + classes.length * PLACES;
  const index = new Map(kept.map((feature, i) => [feature, firstWord + i]));
  const rows = all.map(({ signs }, i) => [
    ...signs.map((sign) => [sign, 1]),
    ...ofClasses(features[i]).map(([at, times]) => [SIGNS.length + at, times]),
    ...features[i].filter((feature) => index.has(feature)).map((feature) => [index.get(feature), 1]),
  ]);
  const ridge = (i) => (i < SIGNS.length ? RIDGE_OF_SIGNS : i < firstWord ? RIDGE_OF_CLASSES : RIDGE);
  const { bias, weights } = regress(rows, all.map(({ isSecret }) => (isSecret ? 1 : 0)), { width: firstWord + kept.length, ridge, rounds: ROUNDS });
  const byClass = classes.map((_, i) => weights.slice(SIGNS.length + i * PLACES, SIGNS.length + (i + 1) * PLACES).map(round));
  const own = new Map(kept.map((feature) => [feature, round(weights[index.get(feature)])]).filter(([, points]) => Math.abs(points) >= LEAST_POINTS));
  const words = pointsOfClasses(byClass);
  for (const [feature, points] of own) add(words, feature, points);
  return { bias: round(bias), signs: weights.slice(0, SIGNS.length).map(round), byClass, own, words };
}

function learn(mails) {
  const stemsIn = ({ words }) => {
    const stems = new Set([...words.keys()].map((feature) => Math.floor(feature / PLACES)));
    return (stem) => stems.has(stem);
  };
  const roughly = learnOnce(mails, frequentStems(mails), () => true);
  const better = learnOnce(mails, stemsIn(roughly), () => true);
  // What hardly weighs is left out, and the rest learns to do without it.
  const model = learnOnce(mails, stemsIn(better), (feature) => better.own.has(feature));
  return { ...model, isKnown: stemsIn(model) };
}

/** What a candidate comes to; nothing is enough where a longer text does not speak for it. */
function scoreOf({ bias, signs, words, isKnown }, candidate) {
  const ofWords = [...new Set(candidate.words.map((word) => featureOf(word, isKnown)))].reduce((sum, feature) => sum + (words.get(feature) ?? 0), 0);
  const worth = (some) => some.reduce((sum, sign) => sum + signs[sign], 0);
  const ofAnnouncement = worth(candidate.signs.filter((sign) => /^announced/.test(SIGNS[sign])));
  if (ofWords + ofAnnouncement < LEAST_OF_WORDS && !candidate.signs.includes(SIGNS.indexOf('note'))) return -Infinity;
  return bias + ofWords + worth(candidate.signs);
}
const mostOf = (model, { candidates }) => candidates.reduce((most, candidate) => Math.max(most, scoreOf(model, candidate)), -Infinity);

/** The points that hardly any silent mail comes to that was not learned from. */
function leastOf(mails) {
  const silent = [];
  for (let part = 0; part < PARTS; part += 1) {
    const model = learn(mails.filter((mail) => mail.part !== part));
    for (const mail of mails) if (mail.part === part && mail.tuned !== true && !isLine(mail) && mail.secrets.length === 0) silent.push(mostOf(model, mail));
  }
  silent.sort((a, b) => b - a);
  return Math.round(silent[Math.floor(FALSE_ALARMS * silent.length)]);
}

/** The share of mails with a secret, and of silent ones, that come to enough; and recall at shares of false alarms. */
function quality(mails, model) {
  const given = mails.filter(({ label }) => label === 'secret').map((mail) => mostOf(model, mail));
  const silent = mails.filter(({ label }) => label === 'silent').map((mail) => mostOf(model, mail)).sort((a, b) => b - a);
  const over = (some) => `${some.filter((one) => one >= model.least).length} of ${some.length}`;
  return `given ${over(given)}, false ${over(silent)}; given at 1, 2, 5 % false: ${recallAt([0.01, 0.02, 0.05], given, silent)}`;
}

const NAMES_OF_PLACES = ['straight before it', 'near before it', 'near after it', 'further off'];

function sourceOf(model) {
  const tables = Array.from({ length: PLACES }, (_, place) => {
    const ofPlace = [...model.own].filter(([feature]) => feature % PLACES === place).map(([feature, points]) => [Math.floor(feature / PLACES), points]);
    return `  // ${NAMES_OF_PLACES[place]}\n  [\n${linesOf(ofPlace, '    ')}\n  ],`;
  });
  const byClass = classes.map((stems, i) => `  [${JSON.stringify(model.byClass[i]).replace(/,/g, ', ')}, ${JSON.stringify([...stems].map(writtenAs).join(' '))}],`);
  return `/* Written by test/detectors/secret-mails/learn.mjs from the mails beside it. Ten points are one unit of log-odds. */

/** What a candidate without any sign or word below is worth, in points. */
export const BIAS = ${model.bias};

/** What each sign adds, in the order of \`SIGNS\`. */
export const SIGN_POINTS: readonly number[] = ${JSON.stringify(model.signs).replace(/,/g, ', ')};

/** What classes of stems add where they stand straight before, near before, near after and further off. */
export const CLASS_POINTS: readonly (readonly [points: readonly number[], stems: string])[] = [
${byClass.join('\n')}
];

/** What stems add besides by where they stand; \`*\` is a name, \`#4\` a number of four digits or more. */
export const WORD_POINTS: readonly (readonly (readonly [points: number, stems: string])[])[] = [
${tables.join('\n')}
];

/** The points from which on a candidate is taken for a secret. */
export const LEAST = ${model.least};
`;
}

const FILE = 'src/detectors/secrets/weights.ts';

/** What words are worth at their places, as the source has it. */
function wordsInSource() {
  const { CLASS_POINTS, WORD_POINTS } = loadProduct(FILE);
  const words = pointsOfClasses(CLASS_POINTS.map(([points]) => points));
  WORD_POINTS.forEach((lines, place) => weightsIn(lines).forEach(([stem, points]) => add(words, stem * PLACES + place, points)));
  return words;
}

/** Lines and the cases of tests count so many times: each says in a line what mails say in ten. */
const TIMES_OF_LINES = 2;
const TIMES_OF_CASES = 4;
const times = (count, mails) => Array.from({ length: count }, () => mails).flat();
const given = readMails(here, 'learned-from.jsonl').map((mail) => ({ ...mail, text: textOf(mail) }));
const mails = candidatesOf([...given.filter((mail) => !isLine(mail)), ...times(TIMES_OF_LINES, given.filter(isLine)), ...times(TIMES_OF_CASES, casesOfTests()), ...otherMails()]);
const learned = learn(mails);
const model = { ...learned, least: leastOf(mails) };
const heldBackIn = (file) => candidatesOf(readMails(here, file).map((mail) => ({ ...mail, secrets: [], text: textOf(mail) })));
console.log(`${model.own.size} weights of words; on the mails held back: ${quality(heldBackIn('held-back.jsonl'), model)}`);
console.log(`on the lines held back: ${quality(heldBackIn('short-held-back.jsonl'), model)}`);
writeOrCheck(FILE, sourceOf(model), wordsInSource(), model.words, 'weights are');
