/*
 * Learns what the words of a passage and what stands beside them are worth (src/detectors/told/passage-weights.ts) from the mails
 * beside this file, and says how well they tell, on mails that were held back. Two steps of logistic regression, each
 * weight bettered in turn until nothing moves: first the words; then what is seen of sensitive words and people, beside what
 * the words came to on mails they were not learned from. Where a mail tells something is not labelled: it is taken to be the
 * passage, and the sensitive word in it, that say so most. The same mails give the same weights.
 *
 *   npm run learn                     learns, here and beside it, and writes the weights
 *   node test/detectors/told-mails/learn.mjs --check
 *                                     learns, and says whether the weights in the source are those; small differences may stand
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadProduct } from '../../inspectors/corpus.mjs';
import { add, linesOf, POINTS, readMails, recallAt, remember, round, textOf, weightsIn, writeOrCheck } from '../learning.mjs';
import { regress } from '../regress.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { NAMED, numberOfStem } = loadProduct('src/detectors/words/text-words.ts');
const { SIGNS } = loadProduct('src/detectors/told/evidence.ts');
const { passagesToLearn } = loadProduct('src/detectors/told/told.ts');
const { DEFAULT_DETECTION } = loadProduct('src/domain/index.ts');

/** The different features of a passage: the stems of its words, and names in place of capitalised words that are not known. */
function featuresOf({ stems }, isKnown) {
  const features = new Set();
  for (const { stem, written, isCapital } of stems) {
    if (isCapital && !isKnown(stem)) {
      features.add(NAMED);
      continue;
    }
    features.add(stem);
    remember(stem, written);
  }
  return features;
}

/** A stem counts when this many mails have it. */
const FEWEST_MAILS = 10;
/** Pull of each weight towards nothing: the more, the fewer words are left. */
const RIDGE = 13;
const ROUNDS = 40;
/** A stem with fewer is left out. */
const LEAST_POINTS = 2;
/** Parts in which mails are left out to see what words come to on mails they were not learned from. */
const PARTS = 5;
/** The share of silent mails that may be taken for more. */
const FALSE_ALARMS = 0.0245;

/** How often it is chosen anew where mails tell what they tell. */
const ROUNDS_OF_CHOICE = 4;

/** The sentences and mails that the other tests hold the detectors to. */
function casesOfTests() {
  const { told } = loadProduct('test/detectors/mails/told-of-people.ts');
  const { toldInFreeWords } = loadProduct('test/detectors/mails/told-in-free-words.ts');
  const { leftAlone } = loadProduct('test/detectors/mails/left-alone.ts');
  const { schoolMails } = loadProduct('test/detectors/mails/school-mails.ts');
  const { aboutWork } = loadProduct('test/detectors/mails/about-work.ts');
  const { cases } = loadProduct('test/detectors/special-category.cases.ts');
  const tells = ({ expected }) => expected.some(({ detector }) => detector === 'special-category');
  const texts = [
    ...[...told, ...toldInFreeWords, ...cases.found.map(({ text }) => text), ...schoolMails.filter(tells).map(({ text }) => text)].map((text) => ['told', text]),
    ...[...leftAlone, ...aboutWork, ...cases.cleared.map(({ text }) => text), ...schoolMails.filter(({ expected }) => expected.length === 0).map(({ text }) => text)].map((text) => ['silent', text]),
  ];
  return texts.map(([label, text]) => ({ label, text, tuned: true }));
}

const isTold = ({ label }) => label === 'told';

/** The stems that are known: in enough passages, and not mostly written with a capital inside a sentence, as names are. */
function vocabularyOf(passages) {
  const number = new Map();
  const capital = new Map();
  const small = new Map();
  for (const passage of passages) {
    for (const stem of featuresOf(passage, () => true)) add(number, stem, 1);
    for (const { stem, isCapital, opens } of passage.stems) if (!(isCapital && opens)) add(isCapital ? capital : small, stem, 1);
  }
  const isName = (stem) => (capital.get(stem) ?? 0) > 2 * (small.get(stem) ?? 0);
  return [NAMED, ...[...number].filter(([stem, times]) => times >= FEWEST_MAILS && !isName(stem)).map(([stem]) => stem).sort((a, b) => a - b)];
}

/** The passages of mails that speak of somebody. */
function passagesIn(mails, isKnown) {
  return mails.map((mail) => {
    const told = isTold(mail) ? 1 : 0;
    const part = (numberOfStem(textOf(mail))) % PARTS;
    return { told, part, tuned: mail.tuned === true, passages: passagesToLearn(textOf(mail), DEFAULT_DETECTION, isKnown) };
  });
}

/** What a passage has at first sight: where a mail is likeliest to tell what it tells, before anything was learned. */
const FIRST_SIGHT = new Map([['ordinary', 2], ['telling', 3], ['official', 4], ['name', 2], ['initials', 1], ['somebody', 1], ['pronoun', 1]].map(([name, points]) => [SIGNS.indexOf(name), points]));
const atFirstSight = ({ hits }) => Math.max(0, ...hits.map((signs) => signs.reduce((sum, sign) => sum + (FIRST_SIGHT.get(sign) ?? 0), 0)));

/** The passages to learn from: of a mail that tells something the one that `score` has highest. */
function chosen(mails, score) {
  return mails.flatMap(({ passages, ...mail }) => (mail.told === 1 ? passages.slice().sort((a, b) => score(b) - score(a)).slice(0, 1) : passages).map((passage) => ({ ...mail, passage })));
}

function learnWords(rows) {
  const stems = vocabularyOf(rows.map(({ passage }) => passage));
  const index = new Map(stems.map((stem, i) => [stem, i]));
  const features = rows.map(({ passage }) => [...featuresOf(passage, (stem) => index.has(stem))].filter((feature) => index.has(feature)).map((feature) => [index.get(feature), 1]));
  const { bias, weights } = regress(features, rows.map(({ told }) => told), { width: stems.length, ridge: RIDGE, rounds: ROUNDS });
  return { bias, weights: new Map(stems.map((stem, i) => [stem, weights[i]])) };
}

function wordsOf({ bias, weights }, passage) {
  let sum = bias;
  for (const feature of featuresOf(passage, (stem) => weights.has(stem))) sum += weights.get(feature) ?? 0;
  return sum;
}

/** What signs are worth, `weights` in the order of `SIGNS`. */
const worth = (weights, signs) => signs.reduce((sum, sign) => sum + weights[sign], 0);
/** The signs of a passage and of its sensitive word that says most. */
function mostSigns({ signs, hits }, weights) {
  const most = hits.slice().sort((a, b) => worth(weights, b) - worth(weights, a))[0];
  return most === undefined || worth(weights, most) < 0 ? signs : [...signs, ...most];
}

/** How much more the words of a passage weigh beside its signs, at a guess: it decides which stems are left out before that is known. */
const SLOPE = 1.5;

function learn(mails) {
  const first = passagesIn(mails, () => true);
  const roughly = learnWords(chosen(first, atFirstSight));
  const isKept = (stem) => Math.abs(Math.round(POINTS * SLOPE * (roughly.weights.get(stem) ?? 0))) >= LEAST_POINTS;
  const all = passagesIn(mails, isKept);
  for (let part = 0; part < PARTS; part += 1) {
    const words = learnWords(chosen(all.filter((mail) => mail.part !== part), atFirstSight));
    for (const mail of all) if (mail.part === part) for (const passage of mail.passages) passage.words = wordsOf(words, passage);
  }
  let stacked = { bias: 0, weights: [1, ...SIGNS.map((_name, sign) => (FIRST_SIGHT.get(sign) ?? 0) / 4)] };
  for (let round = 0; round < ROUNDS_OF_CHOICE; round += 1) {
    const weights = stacked.weights.slice(1);
    const rows = chosen(all, (passage) => stacked.weights[0] * passage.words + worth(weights, mostSigns(passage, weights)));
    stacked = regress(rows.map(({ passage }) => [[0, passage.words], ...mostSigns(passage, weights).map((sign) => [1 + sign, 1])]), rows.map(({ told }) => told), { width: 1 + SIGNS.length, ridge: 1, rounds: 10 * ROUNDS });
  }
  const [slope, ...signs] = stacked.weights;
  const rough = (passage) => slope * passage.words + worth(signs, mostSigns(passage, signs));
  const words = learnWords(chosen(all, rough));
  const model = {
    bias: round(slope * words.bias + stacked.bias),
    points: new Map([...words.weights].map(([stem, weight]) => [stem, round(slope * weight)]).filter(([, points]) => Math.abs(points) >= LEAST_POINTS)),
    signs: signs.map(round),
    slope,
  };
  // On tuned mails it looks better than it is, and so do words on the mails they were learned from.
  const untuned = all.filter(({ tuned, told }) => !tuned && told === 0);
  const silent = untuned.map(({ passages }) => Math.max(-Infinity, ...passages.map((passage) => POINTS * (rough(passage) + stacked.bias)))).sort((a, b) => b - a);
  return { ...model, least: Math.round(silent[Math.floor(FALSE_ALARMS * untuned.length)]) };
}

function scorePassage(model, passage) {
  let sum = model.bias + worth(model.signs, mostSigns(passage, model.signs));
  for (const feature of featuresOf(passage, (stem) => model.points.has(stem))) sum += model.points.get(feature) ?? 0;
  return sum;
}

function scoreWith(model) {
  return (mail) => passagesToLearn(textOf(mail), DEFAULT_DETECTION, (stem) => model.points.has(stem)).reduce((most, passage) => Math.max(most, scorePassage(model, passage)), -Infinity);
}

/** Recall at shares of false alarms, and what the threshold gives. */
function quality(mails, model) {
  const score = scoreWith(model);
  const told = mails.filter(isTold).map(score);
  const silent = mails.filter(({ label }) => label === 'silent').map(score).sort((a, b) => b - a);
  let area = 0;
  for (const one of told) for (const other of silent) area += one > other ? 1 : one === other ? 0.5 : 0;
  const over = (some) => `${some.filter((one) => one >= model.least).length} of ${some.length}`;
  return `told ${over(told)}, false ${over(silent)}; area ${(area / told.length / silent.length).toFixed(4)}, told at 1, 2, 5, 10 % false: ${recallAt([0.01, 0.02, 0.05, 0.1], told, silent)}`;
}

function sourceOf(model) {
  return `/* Written by test/detectors/told-mails/learn.mjs from the mails beside it. Ten points are one unit of log-odds. */

/** What a passage without any stem below is worth, in points. */
export const BIAS = ${model.bias};

/** What each stem adds, in points; \`*\` is a name, \`#4\` a number of four digits or more. */
export const WEIGHTS: readonly (readonly [points: number, stems: string])[] = [
${linesOf(model.points, '  ')}
];

/** What each sign beside them adds, in the order of \`SIGNS\`. */
export const SIGN_POINTS: readonly number[] = ${JSON.stringify(model.signs).replace(/,/g, ', ')};

/** The points from which on a passage tells something of somebody. */
export const LEAST = ${model.least};
`;
}

const FILE = 'src/detectors/told/passage-weights.ts';

/** The cases of tests count so many times: each says in a line what mails say in ten. */
const TIMES = 2;
const model = learn([...readMails(here, 'learned-from.jsonl'), ...Array.from({ length: TIMES }, casesOfTests).flat()]);
console.log(`${model.points.size} stems; by themselves, on the mails held back: ${quality(readMails(here, 'held-back.jsonl'), model)}`);
writeOrCheck(FILE, sourceOf(model), new Map(weightsIn(loadProduct(FILE).WEIGHTS)), model.points, 'stems weigh');
