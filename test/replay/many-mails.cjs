'use strict';
/*
 * Makes many small mails with known answers, for tests and benches: `node many-mails.cjs mbox|eml COUNT PLACE`. Every 10th
 * has no subject, every 25th is sent at night, every 40th goes to the union alone, and the rest are ordinary.
 */
const fs = require('node:fs');
const path = require('node:path');

const WORDS = 'rota lesson hall trip choir report meeting room cover notice'.split(' ');

function mailNumber(number) {
  const isToUnion = number % 40 === 0;
  const subject = number % 10 === 0 ? '' : `The ${WORDS[number % WORDS.length]} for week ${number % 38}`;
  const hour = number % 25 === 0 ? '21' : '10';
  const to = isToUnion ? 'advice@neu.org.uk' : `kit.${number % 60}@oakfield.example`;
  return [
    `From: Dee Marlow <dee.${number % 200}@oakfield.example>`,
    `To: ${to}`,
    `Subject: ${subject}`,
    // A Wednesday in term.
    `Date: Wed, 18 Nov 2026 ${hour}:${String(number % 60).padStart(2, '0')}:00 +0000`,
    `Message-ID: <${number}@oakfield.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Hello Kit, here is what we said about the ${WORDS[(number * 7) % WORDS.length]} on Monday.`,
    '>From here on it is quoted.',
    '',
  ].join('\n');
}

/** What replay must say of the mails 1 to `count` under the shipped pack. */
function expectedOf(count) {
  const numbers = Array.from({ length: count }, (_, index) => index + 1).filter((number) => number % 40 !== 0);
  return {
    mails: numbers.length,
    blank: numbers.filter((number) => number % 10 === 0).length,
    late: numbers.filter((number) => number % 25 === 0).length,
    stopped: numbers.filter((number) => number % 10 === 0 || number % 25 === 0).length,
  };
}

function writeMbox(count, file) {
  const out = fs.openSync(file, 'w');
  let piece = '';
  for (let number = 1; number <= count; number += 1) {
    piece += `From dee@oakfield.example Wed Nov 18 10:00:00 2026\n${mailNumber(number)}\n`;
    if (piece.length < 1e6 && number < count) continue;
    fs.writeSync(out, piece);
    piece = '';
  }
  fs.closeSync(out);
}

function writeFolder(count, folder) {
  for (let number = 1; number <= count; number += 1) {
    const inner = path.join(folder, String(Math.floor(number / 1000)).padStart(4, '0'));
    if (number % 1000 === 0 || number === 1) fs.mkdirSync(inner, { recursive: true });
    fs.writeFileSync(path.join(inner, `${number}.eml`), mailNumber(number));
  }
}

if (require.main === module) {
  const [kind, count, place] = process.argv.slice(2);
  if (kind === 'mbox') writeMbox(Number(count), place);
  else writeFolder(Number(count), place);
}

module.exports = { expectedOf, mailNumber, writeFolder, writeMbox };
