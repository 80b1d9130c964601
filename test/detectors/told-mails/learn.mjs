/*
 * Learns what the words of a passage and what stands beside them are worth (src/detectors/passage-weights.ts) from the mails
 * beside this file, and says how well they tell, on mails that were held back. Two steps of logistic regression, each
 * weight bettered in turn until nothing moves: first the words, on all mails; then sensitive words and people, beside what
 * the words came to on mails they were not learned from. The same mails give the same weights.
 *
 *   npm run learn              learns, and writes the weights
 *   npm run learn -- --check   learns, and says whether the weights in the source are those; small differences may stand
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadProduct, root } from '../../inspectors/corpus.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { FeatureReader, numberOf, NAMED } = loadProduct('src/detectors/passage.ts');
const { passagesToLearn } = loadProduct('src/detectors/told.ts');
const { DEFAULT_DETECTION } = loadProduct('src/domain/index.ts');

/** How each feature that was met is written. */
const written = new Map(['*', '£', '#1', '#2', '#3', '#4', '?', '!', ':'].map((mark) => [numberOf(mark), mark]));

/** The different features of a text. */
function featuresOf(text, isKnown) {
  const features = new Set();
  const reader = new FeatureReader(text, 0, text.length);
  for (let feature = reader.read(); feature !== 0; feature = reader.read()) {
    if (reader.isCapital && !isKnown(feature)) {
      features.add(NAMED);
      continue;
    }
    features.add(feature);
    const word = text.slice(reader.from, reader.at).toLowerCase().replace(/’/g, "'");
    for (let length = word.length; length > 0 && !written.has(feature); length -= 1) if (numberOf(word.slice(0, length)) === feature) written.set(feature, word.slice(0, length));
  }
  return features;
}

/** A stem counts when this many mails have it. */
const FEWEST_MAILS = 4;
/** Pull of each weight towards nothing: the more, the fewer words are left. */
const RIDGE = 8;
const ROUNDS = 40;
/** Points for one unit of log-odds. */
const POINTS = 10;
/** A stem with fewer is left out. */
const LEAST_POINTS = 2;
/** Parts in which mails are left out to see what words come to on mails they were not learned from. */
const PARTS = 5;
/** The share of silent mails that may be taken for more. */
const FALSE_ALARMS = 0.02;

/** How many of a hundred stems must weigh the same when the mails are learned from again. */
const SAME = 0.98;

const readMails = (file) => fs.readFileSync(path.join(here, file), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
/** The sentences and mails that the other tests hold the detectors to. */
function casesOfTests() {
  const { told, toldBeyondWords } = loadProduct('test/detectors/mails/told-of-people.ts');
  const { toldInFreeWords } = loadProduct('test/detectors/mails/told-in-free-words.ts');
  const { leftAlone, takenForTold } = loadProduct('test/detectors/mails/left-alone.ts');
  const { schoolMails } = loadProduct('test/detectors/mails/school-mails.ts');
  const { aboutWork } = loadProduct('test/detectors/mails/about-work.ts');
  const { cases } = loadProduct('test/detectors/special-category.cases.ts');
  const tells = ({ expected }) => expected.some(({ detector }) => detector === 'special-category');
  const texts = [
    ...[...told, ...toldBeyondWords, ...toldInFreeWords, ...cases.found.map(({ text }) => text), ...schoolMails.filter(tells).map(({ text }) => text)].map((text) => ['told', text]),
    ...[...leftAlone, ...aboutWork, ...takenForTold, ...cases.cleared.map(({ text }) => text), ...schoolMails.filter(({ expected }) => expected.length === 0).map(({ text }) => text)].map((text) => ['silent', text]),
  ];
  return texts.map(([label, text]) => ({ label, text, tuned: true }));
}

/** A mail as the detectors get it: the subject is the line above. */
const textOf = ({ subject, text }) => (subject ? `${subject}\n${text}` : text);
const isTold = ({ label }) => label === 'told';

/** Weights of features, by which each row adds up to the log-odds of its wish. `least` holds weights above a bound. */
function regress(rows, wanted, { width, ridge, least = -Infinity }) {
  const columns = Array.from({ length: width }, () => []);
  rows.forEach((row, i) => row.forEach(([feature, value]) => columns[feature].push([i, value])));
  const everyRow = rows.map((_, i) => [i, 1]);
  const sums = new Float64Array(rows.length);
  const bettered = (weight, column, pull, bound) => {
    let slope = pull * weight;
    let bend = pull + 1e-9;
    for (const [row, value] of column) {
      const likely = 1 / (1 + Math.exp(-sums[row]));
      slope += (likely - wanted[row]) * value;
      bend += likely * (1 - likely) * value * value;
    }
    const next = Math.max(bound, weight + Math.max(-1, Math.min(1, -slope / bend)));
    for (const [row, value] of column) sums[row] += (next - weight) * value;
    return next;
  };
  const weights = new Array(width).fill(0);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    bias = bettered(bias, everyRow, 0, -Infinity);
    columns.forEach((column, i) => {
      weights[i] = bettered(weights[i], column, ridge, least);
    });
  }
  return { bias, weights };
}

/** The stems that are known: in enough mails, and not mostly written with a capital inside a sentence, as names are. */
function vocabularyOf(texts) {
  const mails = new Map();
  const capital = new Map();
  const small = new Map();
  const count = (counts, stem) => counts.set(stem, (counts.get(stem) ?? 0) + 1);
  for (const text of texts) {
    for (const stem of featuresOf(text, () => true)) count(mails, stem);
    for (const match of text.matchAll(/[A-Za-z\u00c0-\u017f]+(?:['’][a-z]+)*/g)) {
      const isOpening = /(?:^|[.?!:\n]\W*)$/.test(text.slice(Math.max(0, match.index - 3), match.index));
      const isCapital = /^[A-Z\u00c0-\u00de][a-z\u00df-\u017f]{2}/.test(match[0]);
      if (isCapital && isOpening) continue;
      count(isCapital ? capital : small, [...featuresOf(match[0], () => true)][0]);
    }
  }
  const isName = (stem) => (capital.get(stem) ?? 0) > 2 * (small.get(stem) ?? 0);
  return [NAMED, ...[...mails].filter(([stem, number]) => number >= FEWEST_MAILS && !isName(stem)).map(([stem]) => stem).sort((a, b) => a - b)];
}

/** The passages of mails that speak of somebody. A mail that tells something is taken to tell it where it is most likely. */
function passagesIn(mails) {
  return mails.flatMap((mail, number) => {
    const passages = passagesToLearn(textOf(mail), DEFAULT_DETECTION).map(({ text, evidence }) => ({ text, evidence, part: (numberOf(textOf(mail)) >>> 0) % PARTS, number, told: isTold(mail) ? 1 : 0, tuned: mail.tuned === true }));
    const likely = ({ evidence }) => evidence.word + evidence.beside;
    return isTold(mail) ? passages.sort((a, b) => likely(b) - likely(a)).slice(0, 1) : passages;
  });
}

function learnWords(passages) {
  const texts = passages.map(({ text }) => text);
  const stems = vocabularyOf(texts);
  const index = new Map(stems.map((stem, i) => [stem, i]));
  const rows = texts.map((text) => [...featuresOf(text, (stem) => index.has(stem))].filter((feature) => index.has(feature)).map((feature) => [index.get(feature), 1]));
  const { bias, weights } = regress(rows, passages.map(({ told }) => told), { width: stems.length, ridge: RIDGE });
  return { bias, weights: new Map(stems.map((stem, i) => [stem, weights[i]])) };
}

function wordsOf({ bias, weights }, { text }) {
  let sum = bias;
  for (const feature of featuresOf(text, (stem) => weights.has(stem))) sum += weights.get(feature) ?? 0;
  return sum;
}

const STEPS = { word: 4, beside: 3, named: 2 };
/** Evidence as steps that were climbed, one feature each. */
function climbed(evidence) {
  const row = [];
  let offset = 1;
  for (const [name, steps] of Object.entries(STEPS)) {
    for (let step = 1; step <= evidence[name]; step += 1) row.push([offset + step - 1, 1]);
    offset += steps;
  }
  return row;
}

function learn(mails) {
  const passages = passagesIn(mails);
  for (let part = 0; part < PARTS; part += 1) {
    const words = learnWords(passages.filter((passage) => passage.part !== part));
    for (const passage of passages) if (passage.part === part) passage.words = wordsOf(words, passage);
  }
  // On tuned mails the vocabulary looks better than it is.
  const untuned = passages.filter(({ tuned }) => !tuned);
  const rows = untuned.map(({ words, evidence }) => [[0, words], ...climbed(evidence)]);
  const stacked = regress(rows, untuned.map(({ told }) => told), { width: 10, ridge: 1, least: 0 });
  const [slope] = stacked.weights;
  const words = learnWords(passages);
  const round = (value) => Math.round(POINTS * value);
  const steps = [];
  let at = 1;
  for (const count of Object.values(STEPS)) {
    let sum = 0;
    steps.push(stacked.weights.slice(at, at + count).map((weight) => round((sum += weight))));
    at += count;
  }
  const score = (row) => stacked.bias + row.reduce((sum, [feature, value]) => sum + stacked.weights[feature] * value, 0);
  const ofMail = new Map();
  untuned.forEach(({ number, told }, i) => told === 0 && ofMail.set(number, Math.max(ofMail.get(number) ?? -Infinity, score(rows[i]))));
  const count = mails.filter((mail) => !isTold(mail) && mail.tuned !== true).length;
  const silent = [...ofMail.values()].sort((a, b) => b - a);
  const least = silent[Math.floor(FALSE_ALARMS * count)];
  return {
    bias: round(slope * words.bias + stacked.bias),
    points: new Map([...words.weights].map(([stem, weight]) => [stem, round(slope * weight)]).filter(([, points]) => Math.abs(points) >= LEAST_POINTS)),
    word: steps[0],
    beside: steps[1],
    named: steps[2],
    least: round(least),
    slope,
  };
}

function scorePassage(model, { text, evidence }) {
  const ladder = (steps, step) => (step === 0 ? 0 : steps[step - 1]);
  let sum = model.bias + ladder(model.word, evidence.word) + ladder(model.beside, evidence.beside) + ladder(model.named, evidence.named);
  for (const feature of featuresOf(text, (stem) => model.points.has(stem))) sum += model.points.get(feature) ?? 0;
  return sum;
}

function scoreWith(model) {
  return (mail) => passagesToLearn(textOf(mail), DEFAULT_DETECTION).reduce((most, passage) => Math.max(most, scorePassage(model, passage)), -Infinity);
}

/** Recall at shares of false alarms, and what the threshold gives. */
function quality(mails, model) {
  const score = scoreWith(model);
  const told = mails.filter(isTold).map(score);
  const silent = mails.filter((mail) => !isTold(mail)).map(score).sort((a, b) => b - a);
  let area = 0;
  for (const one of told) for (const other of silent) area += one > other ? 1 : one === other ? 0.5 : 0;
  const at = (share) => (told.filter((one) => one > silent[Math.floor(share * silent.length)]).length / told.length).toFixed(3);
  const over = (all) => `${all.filter((one) => one >= model.least).length} of ${all.length}`;
  return `told ${over(told)}, false ${over(silent)}; area ${(area / told.length / silent.length).toFixed(4)}, told at 1, 2, 5, 10 % false: ${[0.01, 0.02, 0.05, 0.1].map(at).join(' ')}`;
}

function sourceOf(model) {
  const by = new Map();
  for (const [feature, points] of model.points) by.set(points, [...(by.get(points) ?? []), written.get(feature)]);
  const lines = [...by].sort((a, b) => b[0] - a[0]).map(([points, stems]) => `  [${points}, ${JSON.stringify(stems.sort().join(' '))}],`);
  return `/* Written by test/detectors/told-mails/learn.mjs from the mails beside it. Ten points are one unit of log-odds. */

/** What a passage without any stem below is worth, in points. */
export const BIAS = ${model.bias};

/** What each stem adds, in points; \`*\` is a name, \`#4\` a number of four digits or more. */
export const WEIGHTS: readonly (readonly [points: number, stems: string])[] = [
${lines.join('\n')}
];

/** What a sensitive word adds: of every newspaper, of ordinary talk, a diagnosis or an event, of one person in schools. */
export const WORD: readonly number[] = ${JSON.stringify(model.word).replace(/,/g, ', ')};
/** What somebody in its sentence adds: a pronoun, a first name or a description, a full name. */
export const BESIDE: readonly number[] = ${JSON.stringify(model.beside).replace(/,/g, ', ')};
/** What somebody anywhere in the passage adds: a first name or a description, a full name. */
export const NAMED: readonly number[] = ${JSON.stringify(model.named).replace(/,/g, ', ')};

/** The points from which on a passage tells something of somebody. */
export const LEAST = ${model.least};
`;
}

/** The share of stems that weigh in the source as in a model. */
function shareAsIn(model) {
  const { WEIGHTS } = loadProduct('src/detectors/passage-weights.ts');
  const known = new Map(WEIGHTS.flatMap(([points, stems]) => stems.split(' ').map((stem) => [numberOf(stem), points])));
  const all = new Set([...known.keys(), ...model.points.keys()]);
  return [...all].filter((feature) => known.get(feature) === model.points.get(feature)).length / all.size;
}

const model = learn([...readMails('learned-from.jsonl'), ...casesOfTests()]);
console.log(`${model.points.size} stems; by themselves, on the mails held back: ${quality(readMails('held-back.jsonl'), model)}`);
if (process.argv.includes('--check')) {
  const share = shareAsIn(model);
  console.log(`${(100 * share).toFixed(1)} % of the stems weigh as in src/detectors/passage-weights.ts`);
  process.exitCode = share >= SAME ? 0 : 1;
} else fs.writeFileSync(path.join(root, 'src/detectors/passage-weights.ts'), sourceOf(model));
