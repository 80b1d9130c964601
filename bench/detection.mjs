/*
 * How well and how fast the detectors find what they should: check digits, school mails, real mail that holds none of it,
 * and speed beside the same formats as separate native RegExps, all in one run. Needs ../shared/corpus; says so when it
 * is not there. Speeds are ratios of CPU time within the run, since absolute times move with the machine.
 *
 *   node bench/detection.mjs [--quality] [--speed]      both parts when neither is named
 */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

const require = createRequire(import.meta.url);
const { load, projectRoot } = require('../src/cli/launcher.cjs');
const corpus = path.join(projectRoot, '..', 'shared', 'corpus');
const { DEFAULT_DETECTION: NO_TUNING } = load('domain/index');

const DETECTOR_OF = {
  UK_UPN: 'upn', UK_UPN_TEMP: 'temporary-upn', UK_ULN: 'uln', UK_UCI: 'uci', UK_TRN: 'trn', UK_NHS: 'nhs-number', UK_NINO: 'nino', UK_UTR: 'utr',
  UK_PASSPORT: 'passport', UK_DRIVING_LICENCE: 'driving-licence', UK_SORT_CODE: 'bank-account', UK_BANK_ACCOUNT: 'bank-account', IBAN_CODE: 'iban', IBAN_GB: 'iban',
  CREDIT_CARD: 'payment-card', DATE_OF_BIRTH: 'date-of-birth', PHONE_NUMBER: 'phone', UK_POSTCODE: 'postcode', EMAIL_ADDRESS: 'email-list', PASSWORD: 'credentials',
};
/** Detectors whose matches identify somebody; the rest are words, secrets or support. */
const IDENTIFIERS = ['upn', 'temporary-upn', 'uln', 'uci', 'trn', 'nhs-number', 'nino', 'utr', 'passport', 'driving-licence', 'bank-account', 'iban', 'payment-card', 'date-of-birth', 'phone', 'postcode', 'email-list'];

const misses = [];
const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

/** Prints one line of a table and remembers a missed target. */
function report(name, value, target, isMet) {
  if (!isMet) misses.push(`${name}: ${value}, wanted ${target}`);
  console.log(`  ${isMet ? ' ' : '!'} ${name.padEnd(46)} ${String(value).padStart(16)}   ${target}`);
}

function readLines(name) {
  return fs.readFileSync(path.join(corpus, 'detection', name), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
}

/** Real mail as a person reads it, and education prose. */
async function realDocuments() {
  const PostalMime = require('postal-mime');
  const { htmlToText } = load('text/html');
  const documents = [];
  const root = path.join(corpus, 'mail');
  for (const folder of fs.readdirSync(root).sort()) {
    for (const name of fs.readdirSync(path.join(root, folder)).sort()) {
      const bytes = fs.readFileSync(path.join(root, folder, name));
      const kind = name.endsWith('.eml') ? 'mail' : 'prose';
      if (kind === 'prose') {
        documents.push({ id: `${folder}/${name}`, kind, text: bytes.toString('utf8') });
        continue;
      }
      const mail = await (PostalMime.default ?? PostalMime).parse(bytes);
      const body = mail.text?.trim() ? mail.text : htmlToText(mail.html ?? '');
      documents.push({ id: `${folder}/${name}`, kind, text: `${mail.subject ?? ''}\n${body}` });
    }
  }
  return documents;
}

function checkDigits(findMatches) {
  console.log('\nCheck digits (values alone)');
  const tally = new Map();
  for (const row of [...readLines('checksum_vectors.jsonl'), ...readLines('stdnum_cases.jsonl')]) {
    const detector = DETECTOR_OF[row.entity];
    if (detector === undefined) continue;
    const counts = tally.get(detector) ?? { valid: 0, found: 0, invalid: 0, cleared: 0 };
    tally.set(detector, counts);
    const isFound = findMatches(row.text, NO_TUNING).some((match) => match.detector === detector);
    counts[row.valid ? 'valid' : 'invalid'] += 1;
    if (isFound === row.valid) counts[row.valid ? 'found' : 'cleared'] += 1;
  }
  for (const [detector, { valid, found, invalid, cleared }] of tally) {
    report(detector, `${found}/${valid} ${cleared}/${invalid}`, 'all found, all cleared', found === valid && cleared === invalid);
  }
}

/** Presidio's own tests of the formats that both know, values that it wants and that it clears. */
function peersCases(findMatches) {
  console.log("\nPresidio's tests (of the formats that both know)");
  const kinds = new Map();
  for (const { entity, text, expected_spans: spans } of readLines('presidio_cases.jsonl')) {
    const detector = DETECTOR_OF[entity];
    if (detector === undefined || !IDENTIFIERS.includes(detector) || ['phone', 'email-list'].includes(detector)) continue;
    const counts = kinds.get(detector) ?? { wanted: 0, right: 0 };
    kinds.set(detector, counts);
    const found = findMatches(text, NO_TUNING).filter((match) => match.detector === detector);
    counts.wanted += 1;
    if (spans.length === 0 ? found.length === 0 : spans.every(([start, end]) => found.some((match) => match.start < end && match.end > start))) counts.right += 1;
  }
  for (const [detector, { wanted, right }] of kinds) report(detector, `${right}/${wanted}`, '≥ 95 %', right >= 0.95 * wanted);
}

function schoolMails(findMatches) {
  console.log('\nSchool mails (recall by kind; spans that a match covers)');
  const kinds = new Map();
  let negatives = 0;
  const flagged = [];
  const count = (kind, isFound, isSure, where) => {
    const counts = kinds.get(kind) ?? { wanted: 0, found: 0, sure: 0, missed: [] };
    kinds.set(kind, counts);
    counts.wanted += 1;
    if (isFound) counts.found += 1;
    else counts.missed.push(where);
    if (isSure) counts.sure += 1;
  };
  for (const row of readLines('education_cases.jsonl')) {
    const matches = findMatches(row.text, NO_TUNING);
    for (const [entity, spans] of Object.entries(row.expected)) {
      for (const [start, end] of spans) {
        const match = matches.find((one) => one.detector === DETECTOR_OF[entity] && one.start < end && one.end > start);
        count(entity, match !== undefined, match !== undefined && match.level !== 'low', row.id);
      }
    }
    if (row.category === 'special_category_narrative') {
      const match = matches.find((one) => one.detector === 'special-category');
      count('special category', match !== undefined, match !== undefined, row.id);
    }
    if (row.category.startsWith('hard_negative')) {
      negatives += 1;
      if (matches.length > 0) flagged.push(`${row.id} ${matches.map((match) => `${match.detector} ${match.score}`).join(', ')}`);
    }
  }
  let wanted = 0;
  let found = 0;
  for (const [kind, counts] of kinds) {
    wanted += counts.wanted;
    found += counts.found;
    report(kind, `${counts.found}/${counts.wanted} (${counts.sure} sure)`, `≥ 90 %${counts.missed.length > 0 ? `; missed ${counts.missed.slice(0, 5).join(' ')}` : ''}`, counts.found >= 0.9 * counts.wanted);
  }
  report('overall', percent(found, wanted), '≥ 97 %', found >= 0.97 * wanted);
  report(`hard negatives of ${negatives}`, flagged.length, '0', flagged.length === 0);
  flagged.forEach((line) => console.log(`      ${line}`));
}

function realText(findMatches, documents) {
  console.log(`\nReal documents (${documents.length}), assumed to hold none; each hit masked`);
  const counts = { identifiers: 0, mail: 0, prose: 0, low: 0, credentials: 0 };
  for (const { id, kind, text } of documents) {
    const matches = findMatches(text, NO_TUNING);
    const sure = matches.filter((match) => match.level !== 'low');
    const isSpecial = sure.some((match) => match.detector === 'special-category');
    if (sure.some((match) => IDENTIFIERS.includes(match.detector))) counts.identifiers += 1;
    if (isSpecial) counts[kind] += 1;
    if (sure.some((match) => match.detector === 'credentials')) counts.credentials += 1;
    if (matches.length > sure.length) counts.low += 1;
    const shown = new Set();
    for (const match of matches) {
      if (shown.has(match.detector)) continue;
      shown.add(match.detector);
      console.log(`      ${match.level.padEnd(6)} ${match.detector.padEnd(18)} ${match.masked.slice(-14).padEnd(14)} ${id.slice(0, 60)}  ${match.reasons.map(load("detectors/index").sayReason).join('; ')}`);
    }
  }
  const mails = documents.filter(({ kind }) => kind === 'mail').length;
  const perThousand = (part, whole) => `${((1000 * part) / whole).toFixed(1)} per 1,000`;
  report('identifiers, medium or high', counts.identifiers, '0', counts.identifiers === 0);
  report('special category in mail', perThousand(counts.mail, mails), '≤ 1', counts.mail <= mails / 1000);
  report('special category in education prose', perThousand(counts.prose, documents.length - mails), '≤ 5', counts.prose <= (documents.length - mails) / 200);
  report('credentials, medium or high', perThousand(counts.credentials, documents.length), '≤ 1', counts.credentials <= documents.length / 1000);
  console.log(`    documents with a low match, never shown alone: ${counts.low}`);
}

/** The detectors as one minified script, as they are in the add-in, without what only the docs ask for. */
async function bundle(folder, name, externals, more = '') {
  const webpack = require('webpack');
  const entry = path.join(folder, 'entry.mjs');
  const index = path.join(projectRoot, 'src', 'detectors', 'index.ts');
  fs.writeFileSync(entry, `export { findMatches, maskIdentifiers, scanText, scanSegments, sensitiveData, whatItHolds, whatItSays } from ${JSON.stringify(index)};\n${more}`);
  const Terser = require('terser-webpack-plugin');
  const options = { swcrc: false, configFile: false, jsc: { target: 'es2020', parser: { syntax: 'typescript' } } };
  const terserOptions = { ecma: 2020, compress: { passes: 3, pure_getters: true }, format: { ascii_only: true, comments: false } };
  await new Promise((resolve, reject) => {
    webpack(
      {
        mode: 'production', target: ['web', 'es2020'], entry, optimization: { minimizer: [new Terser({ extractComments: false, terserOptions })] }, externals, performance: { hints: false },
        output: { path: folder, filename: name, library: { type: 'commonjs2' } },
        resolve: { extensions: ['.ts', '.js'] }, module: { rules: [{ test: /\.ts$/, use: { loader: 'swc-loader', options } }] },
      },
      (error, stats) => (error || stats.hasErrors() ? reject(error ?? new Error(stats.toString('errors-only'))) : resolve()),
    );
  });
  const file = path.join(folder, name);
  const script = fs.readFileSync(file);
  return { file, bytes: script.length, gzip: zlib.gzipSync(script, { level: 9 }).length };
}

/** What both unions have beside the detectors' patterns: e-mail, addresses with a password, passwords, keys. */
const OTHER_PATTERNS = [
  /\b[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,255}\.[A-Za-z]{2,}\b/g,
  /:\/\/[^\s/:@]{1,64}:[^\s/@]{3,100}@/g,
  /\b(?:password|passwd|passcode|pwd|pw|pin)\s*(?:is|[:=])\s*\S+/gi,
  /\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|xox[abprs]-[A-Za-z0-9-]{10,}|sk_live_[A-Za-z0-9]{16,}|AIza[\w-]{35})\b/g,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/g,
  /-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----/g,
];

/** The detectors' patterns, simplified by hand as far as they go without checks. */
const LEAN_PATTERNS = [
  /\b[A-Z]\d{12}\b/g, /\b[A-Z]\d{11}[A-Z]\b/g, /\b\d{3}[ -]?\d{3}[ -]?\d{4}\b/g, /\b[1-9]\d{9}\b/g, /\b\d{5} ?\d{5}K?\b/g, /\b\d{5}[0ABCEG]\d{6}[A-Z]\b/g,
  /\b\d{2}\/?\d{5}\b/g, /\b[A-CEGHJ-PR-TW-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]\b/gi, /\b\d{9}\b/g, /\b[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}/g,
  /\b[A-Z9]{5}\d{6}[A-Z9]{2}\d[A-Z]{2}\b/gi, /\b\d{2}[ -]\d{2}[ -]\d{2}\b/g, /\b\d{8}\b/g, /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g,
  /\b\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7}\b/g, /\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b/g, /\b\d{4}-\d{2}-\d{2}\b/g,
  /\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{4}\b/gi, /(?:\+44 ?|\b0)\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b/g,
  /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gi,
];

/**
 * The union: the detectors' own patterns and word lists, each as a native RegExp of its own and run one after the other,
 * as they would be without the engine. Nothing is checked or weighed. `lean` is kinder to it: simplified patterns, and
 * all words in a single alternation.
 */
function unionPatterns(isLean) {
  const alternation = (phrases) => {
    const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
    return new RegExp(`\\b(?:${longestFirst.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})\\b`, 'gi');
  };
  if (isLean) return [...LEAN_PATTERNS, ...OTHER_PATTERNS, alternation(load('detectors/words/words').ownPhrases())];
  const { valueDetectors } = load('detectors/values/value-detectors');
  const terms = load('detectors/words/concerns').concernTerms();
  const { PASSWORD_WORDS, CODE_WORDS } = load('detectors/words/announcing-words');
  const concerns = [...new Set(terms.map(({ concern }) => concern))];
  const lists = [
    ...valueDetectors.map(({ near }) => near),
    ...concerns.map((concern) => terms.filter((term) => term.concern === concern).map(({ term }) => term)),
    PASSWORD_WORDS, CODE_WORDS,
  ];
  const own = valueDetectors.map(({ pattern }) => new RegExp(`\\b(?:${pattern.source})`, pattern.flags.replace('y', 'g')));
  return [...own, ...OTHER_PATTERNS, ...lists.map(alternation)];
}

/** Writes RegExps as a script that a fresh process can load. */
function writeUnion(file, patterns) {
  const list = JSON.stringify(patterns.map(({ source, flags }) => [source, flags]));
  fs.writeFileSync(file, `module.exports=${list}.map(([source,flags])=>new RegExp(source,flags));`);
}

const scanUnion = (patterns, text) => {
  let found = 0;
  for (const pattern of patterns) {
    pattern.lastIndex = 0;
    while (pattern.exec(text) !== null) found += 1;
  }
  return found;
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function cpuOf(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** What Heed does of the union's work: every phrase and every written value of a text, with their check digits, and nothing weighed. */
function finder({ readText, makePage, findCandidates }) {
  let found = 0;
  return (given) => {
    const page = makePage(readText(given).text, NO_TUNING);
    found += page.hits.length;
    findCandidates(page, [], () => ((found += 1), true));
    return found;
  };
}

/** Runs in its own process: every text by each engine in turn, and the medians of the rounds. */
function measure(textsFile, bundleFile, findingFile, unionFile, leanFile, rounds) {
  const texts = JSON.parse(fs.readFileSync(textsFile, 'utf8'));
  const { findMatches } = require(bundleFile);
  const engines = {
    heed: (text) => findMatches(text, NO_TUNING),
    finding: finder(require(findingFile)),
    union: scanUnion.bind(null, require(unionFile)),
    lean: scanUnion.bind(null, require(leanFile)),
  };
  const times = { heed: [], finding: [], union: [], lean: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, scan] of Object.entries(engines)) {
      const time = cpuOf(() => texts.forEach((text) => scan(text)));
      // The first round warms them up.
      if (round > 0) times[name].push(time);
    }
  }
  const size = texts.reduce((total, text) => total + text.length, 0);
  return { size, heed: median(times.heed), finding: median(times.finding), union: median(times.union), lean: median(times.lean) };
}

/** Runs in its own process: load, build what is needed, scan one draft. */
function measureCold(engine, textsFile, scriptFile) {
  const [text] = JSON.parse(fs.readFileSync(textsFile, 'utf8'));
  return cpuOf(() => {
    const loaded = require(scriptFile);
    if (engine === 'heed') loaded.findMatches(text, NO_TUNING);
    else scanUnion(loaded, text);
  });
}

function inFreshProcess(flags, args) {
  const output = execFileSync(process.execPath, [...flags, fileURLToPath(import.meta.url), ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return JSON.parse(output);
}

/** A Python script that scans texts with Debian's Hyperscan, several times, and prints the median CPU seconds. */
const HYPERSCAN = `
import ctypes, json, sys, time
try: hs = ctypes.CDLL('libhs.so.5')
except OSError: sys.exit('libhs.so.5 is not installed')
patterns = json.load(open(sys.argv[1])); texts = [t.encode() for t in json.load(open(sys.argv[2]))]
count = len(patterns)
expressions = (ctypes.c_char_p * count)(*[p[0].encode() for p in patterns])
flags = (ctypes.c_uint * count)(*[1 if 'i' in p[1] else 0 for p in patterns])
ids = (ctypes.c_uint * count)(*range(count))
class Failure(ctypes.Structure): _fields_ = [('message', ctypes.c_char_p), ('expression', ctypes.c_int)]
database, error, scratch = ctypes.c_void_p(), ctypes.POINTER(Failure)(), ctypes.c_void_p()
if hs.hs_compile_multi(expressions, flags, ids, count, 1, None, ctypes.byref(database), ctypes.byref(error)) != 0:
    sys.exit('pattern %d: %s' % (error.contents.expression, error.contents.message.decode()))
hs.hs_alloc_scratch(database, ctypes.byref(scratch))
handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_uint, ctypes.c_ulonglong, ctypes.c_ulonglong, ctypes.c_uint, ctypes.c_void_p)(lambda *_: 0)
times = []
for _ in range(5):
    start = time.process_time()
    for text in texts: hs.hs_scan(database, text, len(text), 0, scratch, handler, None)
    times.append(time.process_time() - start)
print(sorted(times)[2])
`;

/** The longest pattern that Hyperscan reads, less what stands around an alternation. */
const LONGEST_PATTERN = 15000;

/** The alternation of all words as several, none too long for Hyperscan; any other pattern as it is. */
function partsOf(source) {
  if (source.length <= LONGEST_PATTERN) return [source];
  const [, words] = /^\\b\(\?:(.*)\)\\b$/s.exec(source);
  const parts = [''];
  for (const word of words.split('|')) {
    if (parts.at(-1).length + word.length > LONGEST_PATTERN) parts.push('');
    parts[parts.length - 1] += `${word}|`;
  }
  return parts.map((part) => `\\b(?:${part.slice(0, -1)})\\b`);
}

/** MB/s of what else finds such patterns on this machine; only what is installed, and why the others did not run. They find, and check nothing. */
function peers(texts, size) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-bench-'));
  const file = (name, content) => {
    fs.writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  const found = [];
  const missing = new Map();
  try {
    const list = unionPatterns(true).map(({ source, flags }) => [source.replace(/\\\//g, '/'), flags]);
    const text = file('texts.txt', texts.join('\n'));
    const patterns = file('patterns.txt', list.map(([source, flags]) => `(?${flags.includes('i') ? 'i' : ''}:${source})`).join('\n'));
    const timed = spawnSync('bash', ['-c', `TIMEFORMAT='%U %S'; for i in 1 2 3; do time rg -j1 --no-unicode -o -f '${patterns}' '${text}' >/dev/null; done`], { encoding: 'utf8' });
    const seconds = [...timed.stderr.matchAll(/^([\d.]+) ([\d.]+)$/gm)].map(([, user, system]) => Number(user) + Number(system));
    if (spawnSync('rg', ['--version']).error !== undefined) missing.set('ripgrep', 'rg is not installed');
    else if (seconds.length === 3) found.push({ name: 'ripgrep', speed: size / 1e6 / median(seconds), least: 1 });
    else missing.set('ripgrep', timed.stderr.trim().split('\n').at(0));
    const script = file('hyperscan.py', HYPERSCAN);
    const inParts = list.flatMap(([source, flags]) => partsOf(source).map((part) => [part, flags]));
    const hyperscan = spawnSync('python3', [script, file('patterns.json', JSON.stringify(inParts)), file('texts.json', JSON.stringify(texts))], { encoding: 'utf8' });
    if (hyperscan.status === 0) found.push({ name: 'Hyperscan', speed: size / 1e6 / Number(hyperscan.stdout), least: 0.5 });
    else missing.set('Hyperscan', hyperscan.error?.message ?? hyperscan.stderr.trim().split('\n').at(-1));
    try {
      const { RE2JS } = require('re2js');
      const compiled = unionPatterns(true).map(({ source, flags }) => RE2JS.compile(source, flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0));
      const some = texts.slice(0, 20);
      const time = cpuOf(() => some.forEach((one) => compiled.forEach((pattern) => { for (const matcher = pattern.matcher(one); matcher.find(); ); })));
      found.push({ name: 're2js', speed: some.join('').length / 1000 / time, least: 100 });
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
      missing.set('re2js', 'the package is not installed');
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return { found, missing };
}

async function speed(documents) {
  const folder = path.join(projectRoot, 'node_modules', '.cache', 'heed-bench');
  fs.mkdirSync(folder, { recursive: true });
  const { file: bundleFile } = await bundle(folder, 'detectors.cjs', []);
  // The text room is in the add-in whether or not there are detectors.
  const source = (...names) => JSON.stringify(path.join(projectRoot, 'src', ...names));
  const isOutside = ({ request }, done) => (/\/(?:text|domain)(?:\/|$)/.test(request) ? done(null, `commonjs ${request}`) : done());
  const { bytes, gzip } = await bundle(folder, 'detectors-alone.cjs', [isOutside], `export * from ${source('engine', 'index.ts')};`);
  const finding = ['reading', 'page', 'values/candidates'].map((name) => `export * from ${source('detectors', `${name}.ts`)};`);
  const { file: findingFile } = await bundle(folder, 'finding.cjs', [], finding.join('\n'));
  const unionFile = path.join(folder, 'union.cjs');
  const leanFile = path.join(folder, 'lean-union.cjs');
  writeUnion(unionFile, unionPatterns(false));
  writeUnion(leanFile, unionPatterns(true));
  const texts = documents.filter(({ kind }) => kind === 'mail').map(({ text }) => text);
  const textsFile = path.join(os.tmpdir(), `heed-bench-${process.pid}.json`);
  const draftFile = path.join(os.tmpdir(), `heed-bench-draft-${process.pid}.json`);
  fs.writeFileSync(textsFile, JSON.stringify(texts));
  fs.writeFileSync(draftFile, JSON.stringify([texts.join('\n').slice(0, 20000)]));
  console.log('\nSpeed (CPU time, ratios within one run)');
  try {
    const speedOf = ({ size }, time) => `${(size / 1000 / time).toFixed(0)} MB/s`;
    let warm = null;
    for (const [name, flags, rounds, least] of [['with the optimiser', [], 9, 5], ['node --jitless', ['--jitless'], 3, 3]]) {
      const result = inFreshProcess(flags, ['--measure', textsFile, bundleFile, findingFile, unionFile, leanFile, String(rounds)]);
      warm ??= result;
      const ratio = result.union / result.heed;
      const lean = `${speedOf(result, result.lean)}: ${(result.lean / result.heed).toFixed(1)}×`;
      report(`${name}, beside ${speedOf(result, result.union)} of the union`, `${speedOf(result, result.heed)}, ${ratio.toFixed(1)}×`, `≥ ${least}× (simplified, all words in one: ${lean})`, ratio >= least);
      // The union weighs nothing: this is the part of Heed's work that it does too.
      console.log(`    of it phrases and values found and checked, nothing weighed: ${speedOf(result, result.finding)}, ${(result.union / result.finding).toFixed(1)}× the union`);
    }
    const { found: others, missing } = peers(texts, warm.size);
    for (const { name, speed: other, least } of others) {
      const own = warm.size / 1000 / warm.heed;
      report(`${name}, ${other.toFixed(other < 10 ? 2 : 0)} MB/s, which only finds`, `${own.toFixed(0)} MB/s, ${(own / other).toFixed(1)}×`, `≥ ${least}×`, own >= least * other);
    }
    for (const [name, reason] of missing) console.log(`    ${name}: not run: ${reason}`);
    const cold = (engine, script) => median([1, 2, 3, 4, 5, 6, 7].map(() => inFreshProcess([], ['--cold', engine, draftFile, script])));
    const heedCold = cold('heed', bundleFile);
    const unionCold = cold('union', unionFile);
    report(`cold load and a 20 KB draft, beside ${unionCold.toFixed(1)} ms`, `${heedCold.toFixed(1)} ms, ${(heedCold / unionCold).toFixed(2)}×`, '≤ 1.5×', heedCold <= 1.5 * unionCold);
  } finally {
    fs.rmSync(textsFile, { force: true });
    fs.rmSync(draftFile, { force: true });
  }
  report(`engine and detectors, ${(bytes / 1024).toFixed(1)} KB minified`, `${(gzip / 1024).toFixed(1)} KB gzip`, '≤ 15 KB', gzip <= 15 * 1024);
}

async function main() {
  const [mode, ...rest] = process.argv.slice(2);
  if (mode === '--measure') {
    console.log(JSON.stringify(measure(rest[0], rest[1], rest[2], rest[3], rest[4], Number(rest[5]))));
    return;
  }
  if (mode === '--cold') {
    console.log(JSON.stringify(measureCold(rest[0], rest[1], rest[2])));
    return;
  }
  if (!fs.existsSync(corpus)) {
    console.warn('not run: ../shared/corpus is not beside the project');
    return;
  }
  const { findMatches } = load('detectors/index');
  const documents = await realDocuments();
  if (mode !== '--speed') {
    checkDigits(findMatches);
    peersCases(findMatches);
    schoolMails(findMatches);
    realText(findMatches, documents);
  }
  if (mode !== '--quality') await speed(documents);
  console.log(misses.length === 0 ? '\nAll targets are met.' : `\n${misses.length} targets are missed:\n${misses.map((line) => `  ${line}`).join('\n')}`);
  process.exitCode = misses.length === 0 ? 0 : 1;
}

await main();
