/*
 * What both learners (told-mails/learn.mjs, secret-mails/learn.mjs) do alike: reading mails, remembering how stems are written, and
 * writing or checking the table of weights.
 */
import fs from 'node:fs';
import path from 'node:path';
import { loadProduct, root } from '../inspectors/corpus.mjs';

const { numberOfStem } = loadProduct('src/detectors/words/text-words.ts');

/** Points for one unit of log-odds. */
export const POINTS = 10;
export const round = (value) => Math.round(POINTS * value);

/** How many of a hundred weights must be the same when the mails are learned from again. */
const SAME = 0.98;

export const readMails = (folder, file) => fs.readFileSync(path.join(folder, file), 'utf8').trim().split('\n').map((line) => JSON.parse(line));

/** A mail as the detectors get it: the subject is the line above. */
export const textOf = ({ subject, text }) => (subject ? `${subject}\n${text}` : text);

/** How each stem that was met is written. */
const written = new Map(['*', '£', '#1', '#2', '#3', '#4', '?', '!', ':'].map((mark) => [numberOfStem(mark), mark]));

/** Remembers of a word, in small letters, how its stem is written: as far as the stem goes. */
export function remember(stem, word) {
  for (let length = word.length; length > 0 && !written.has(stem); length -= 1) if (numberOfStem(word.slice(0, length)) === stem) written.set(stem, word.slice(0, length));
}

export const writtenAs = (stem) => written.get(stem);

export const add = (map, key, more) => map.set(key, (map.get(key) ?? 0) + more);

/** Weights, `[stem, points]`, as lines of a table: stems that are worth the same stand together, most first. */
export function linesOf(weights, indent) {
  const by = new Map();
  for (const [stem, points] of weights) by.set(points, [...(by.get(points) ?? []), written.get(stem)]);
  return [...by].sort((a, b) => b[0] - a[0]).map(([points, stems]) => `${indent}[${points}, ${JSON.stringify(stems.sort().join(' '))}],`).join('\n');
}

/** The stems of such lines, as the source has them, each with what it is worth: `[stem, points]`. */
export const weightsIn = (lines) => lines.flatMap(([points, stems]) => stems.split(' ').map((stem) => [numberOfStem(stem), points]));

/** What part of the highest scores of the silent a share is, and how many of the others come to more. */
export function recallAt(shares, wanted, silent) {
  return shares.map((share) => (wanted.filter((one) => one > silent[Math.floor(share * silent.length)]).length / wanted.length).toFixed(3)).join(' ');
}

/** Writes a source file or, with `--check`, says whether the weights in it, `known`, are those that were learned. */
export function writeOrCheck(file, source, known, learned, what) {
  if (!process.argv.includes('--check')) {
    fs.writeFileSync(path.join(root, file), source);
    return;
  }
  const all = new Set([...known.keys(), ...learned.keys()]);
  const share = [...all].filter((key) => known.get(key) === learned.get(key)).length / all.size;
  console.log(`${(100 * share).toFixed(1)} % of the ${what} as in ${file}`);
  process.exitCode = share >= SAME ? 0 : 1;
}
