import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import Ajv from 'ajv';
import { run } from '../../src/cli/main';

// A command loads what it needs when it is first asked for, within the test.
jest.setTimeout(60_000);

const root = path.resolve(__dirname, '..', '..');
const mail = path.join(root, 'test', 'mail');

interface Answer {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

async function heed(args: readonly string[], { folder = mail, stdin = '' } = {}): Promise<Answer> {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), stdin: Readable.from([Buffer.from(stdin)]), folder };
  const code = await run(args, { packageFolder: root }, io);
  return { code, out, err };
}

let scratch: string;
beforeAll(() => {
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-cli-'));
});
afterAll(() => {
  fs.rmSync(scratch, { recursive: true });
});

function file(name: string, content: string | Uint8Array): string {
  fs.writeFileSync(path.join(scratch, name), content);
  return path.join(scratch, name);
}

describe('heed check', () => {
  test('prints one report a line, in the documented shape', async () => {
    const { code, out, err } = await heed(['check', '--json', 'sen-register-to-gmail.eml', 'ordinary.eml']);
    expect(err).toEqual([]);
    expect(code).toBe(1);
    const [first, second] = out.map((line) => JSON.parse(line));
    expect(first.file).toBe('sen-register-to-gmail.eml');
    expect(first.verdict).toBe('justify');
    expect(Object.keys(first)).toEqual(['file', 'verdict', 'findings', 'unchecked']);
    expect(Object.keys(first.findings[0])).toEqual(['rule', 'situation', 'severity', 'clauses', 'tip', 'evidence']);
    expect(first.findings[0]).toMatchObject({ rule: 'sensitive-attachment', situation: 'outside', severity: 'justify', clauses: [{ id: 'LAAT-DATA-04', basis: 'direct' }] });
    expect(first.findings[0].evidence[0].people).toBe(14);
    expect(second).toEqual({ file: 'ordinary.eml', verdict: 'allow', findings: [], unchecked: [] });
  });

  test('names no pupil and shows no whole number', async () => {
    const { out } = await heed(['check', 'sen-register-to-gmail.eml']);
    const json = await heed(['check', '--json', 'sen-register-to-gmail.eml']);
    const all = [...out, ...json.out].join('\n');
    expect(all).not.toMatch(/Penrose|Tolland|801200001/);
  });

  test.each([
    ['ordinary.eml', 0],
    ['note-to-parent.eml', 0],
    ['to-the-union.eml', 0],
    ['late-but-scheduled.eml', 0],
    ['order-number-to-supplier.eml', 0],
    ['blank-subject.eml', 1],
    ['late-to-colleagues.eml', 1],
    ['all-staff-notice.eml', 1],
    ['no-such-file.eml', 2],
  ])('%s ends with %d', async (name, code) => {
    expect((await heed(['check', name])).code).toBe(code);
  });

  test('a mail to protected correspondents alone reports nothing at all', async () => {
    const { out } = await heed(['check', '--json', 'to-the-union.eml']);
    expect(JSON.parse(out[0] ?? '')).toEqual({ file: 'to-the-union.eml', verdict: 'allow', findings: [], unchecked: [] });
  });

  test('--now counts instead of Date', async () => {
    expect((await heed(['check', '--now', '2026-11-18T10:00:00Z', 'late-to-colleagues.eml'])).code).toBe(0);
    expect((await heed(['check', '--now', '2026-11-21T10:00:00Z', 'ordinary.eml'])).code).toBe(1);
  });

  test('--policy takes a shipped pack by name, or a file', async () => {
    const { out } = await heed(['check', '--json', '--policy', 'teal', 'blank-subject.eml']);
    expect(JSON.parse(out[0] ?? '').findings[0].clauses).toEqual([{ id: 'TEAL-5-15', basis: 'direct' }]);
    const pack = file('mine.json', fs.readFileSync(path.join(root, 'src/policy/packs/teal.json')));
    expect((await heed(['check', '--policy', pack, 'ordinary.eml'])).code).toBe(0);
  });

  test("--academy takes that school's hours, and an unknown one is refused in words", async () => {
    const day = ['08:00', '16:00'];
    const hours = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: null, sun: null };
    const overlay = file(
      'oakfield.json',
      JSON.stringify({ extends: 'laat', organisation: { schools: [{ id: 'oakfield', name: 'Oakfield', domains: ['oakfield.example'] }, { id: 'marsh-lane', name: 'Marsh Lane', domains: ['marsh-lane.example'], hours }] } }),
    );
    const at = ['--now', '2026-11-18T16:30:00Z', path.join(mail, 'ordinary.eml')];
    expect((await heed(['check', '--policy', overlay, ...at])).code).toBe(0);
    const { code, out } = await heed(['check', '--json', '--policy', overlay, '--academy', 'marsh-lane', ...at]);
    expect(code).toBe(1);
    expect(JSON.parse(out[0] ?? '').findings[0].tip).toContain('School hours are 08:00 to 16:00');
    const unknown = await heed(['check', '--policy', overlay, '--academy', 'marsh-lan', ...at]);
    expect(unknown.code).toBe(2);
    expect(unknown.err.join('\n')).toContain('Did you mean "marsh-lane"?');
  });

  test('a wrong policy is refused in words, before any mail is read', async () => {
    const { code, out, err } = await heed(['check', '--policy', 'tael', 'ordinary.eml']);
    expect(code).toBe(2);
    expect(out).toEqual([]);
    expect(err.join('\n')).toContain('tael');
  });

  test('one bad file never stops the others, and each gets one clear line', async () => {
    const bad = [
      file('empty.eml', ''),
      file('picture.eml', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])),
      file('prose.eml', 'Dear all,\n\nhere is the rota.\n'),
      scratch + '/missing.eml',
    ];
    const { code, out, err } = await heed(['check', '--json', ...bad, path.join(mail, 'ordinary.eml')]);
    expect(code).toBe(2);
    expect(out).toHaveLength(1);
    expect(err).toEqual([
      `${bad[0]}: not checked, because it is empty.`,
      `${bad[1]}: not checked, because it is not a mail: it does not begin with mail headers.`,
      `${bad[2]}: not checked, because it is not a mail: it does not begin with mail headers.`,
      `${bad[3]}: not checked, because there is no such file.`,
    ]);
  });

  test('a mail that was cut short is reported as far as it goes, and said', async () => {
    const whole = fs.readFileSync(path.join(mail, 'sen-register-to-gmail.eml'));
    const cut = file('cut.eml', whole.subarray(0, Math.floor(whole.length * 0.7)));
    const { code, out, err } = await heed(['check', '--json', cut]);
    expect(code).toBe(2);
    expect(out).toHaveLength(1);
    expect(err).toEqual([`${cut}: only part of it was checked. The file ends before the mail does, so its last part may be missing.`]);
  });

  test('a cut mail to protected correspondents alone leaves no trace, not even that', async () => {
    const whole = fs.readFileSync(path.join(mail, 'to-the-union.eml'));
    const cut = file('union.eml', whole.subarray(0, Math.floor(whole.length * 0.7)));
    expect(await heed(['check', '--json', cut])).toMatchObject({ code: 0, err: [] });
  });

  test('policy check judges a regular expression and says what to write, and refuses one that a text can slow down', async () => {
    const pack = (regexp: string, more: object = {}) => file('own.json', JSON.stringify({ name: 'Own', version: '1', detection: { patterns: [{ name: 'case numbers', regexp, ...more }] } }));
    const first = await heed(['policy', 'check', pack('CASE-\\d{4}')]);
    const vetted = /It is safe: add "vetted": "(\w+)"\./.exec(first.out.join('\n'))?.[1];
    expect([first.code, vetted]).toEqual([2, expect.any(String)]);
    expect((await heed(['policy', 'check', pack('CASE-\\d{4}', { vetted })])).code).toBe(0);
    const changed = await heed(['policy', 'check', pack('CASE-\\d{5}', { vetted })]);
    expect(changed.out[0]).toMatch(/was given to another regular expression; this one has changed\. It is safe too: write "\w+"\.$/);
    const slow = await heed(['policy', 'check', pack('a{1,64}a{1,64}b')]);
    expect(slow.out[0]).toMatch(/^own\.json: detection\.patterns\[0\]\.regexp: A text such as .+ slows it down\. Make each part begin with/);
    // What is advised is taken up.
    for (const endless of ['STF\\d+', '\\w+-\\d+', '(?:[A-Z]{2,}/)\\d*x']) {
      const [advice = ''] = (await heed(['policy', 'check', pack(endless)])).out;
      const advised = /Its repeats have no end, or one too far\. Write (".+"), which is safe\.$/.exec(advice)?.[1] ?? '""';
      expect((await heed(['policy', 'check', pack(JSON.parse(advised))])).out[0]).toContain('It is safe: add "vetted": "');
    }
  });

  test('a policy that policy check refuses is not used: an exemption for longer than a year', async () => {
    const pack = JSON.parse(fs.readFileSync(path.join(root, 'src/policy/packs/teal.json'), 'utf8'));
    pack.rules['out-of-hours'].exemptions = [{ for: 'dee.marlow@oakfield.example', why: 'DSL', expires: '2099-01-01' }];
    const { code, out, err } = await heed(['check', '--policy', file('long.json', JSON.stringify(pack)), 'late-to-colleagues.eml']);
    expect([code, out]).toEqual([2, []]);
    expect(err.join('\n')).toContain('12 months');
  });

  test('a mail of 50 MB is checked', async () => {
    const head = 'From: a@oakfield.example\r\nTo: b@fellside-centre.example\r\nSubject: Film\r\nDate: Wed, 18 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\nContent-Type: application/octet-stream; name="film.bin"\r\nContent-Disposition: attachment; filename="film.bin"\r\nContent-Transfer-Encoding: base64\r\n\r\n';
    const line = `${'A'.repeat(76)}\r\n`;
    const big = file('big.eml', `${head}${line.repeat(Math.floor((50 * 1024 * 1024) / line.length))}--b1--\r\n`);
    const { code, out } = await heed(['check', '--json', big]);
    expect(code).toBe(1);
    expect(JSON.parse(out[0] ?? '').unchecked).toHaveLength(1);
    fs.rmSync(big);
  }, 120_000);

  test('50 MB of anything else is one clear line', async () => {
    const big = file('noise.eml', Buffer.alloc(50 * 1024 * 1024, 7));
    expect(await heed(['check', big])).toEqual({ code: 2, out: [], err: [`${big}: not checked, because it is not a mail: it does not begin with mail headers.`] });
    fs.rmSync(big);
  });

  test('a folder stands for the mails in it', async () => {
    const { out } = await heed(['check', '--json', '.']);
    expect(out).toHaveLength(fs.readdirSync(mail).filter((name) => name.endsWith('.eml')).length);
  });

  test.each([
    [['check'], 'heed check needs at least one .eml file.'],
    [['check', '--now', 'yesterday', 'ordinary.eml'], '--now “yesterday” is not a moment. Write it like 2026-11-20T21:40:00Z.'],
    [['check', '--polcy', 'laat', 'ordinary.eml'], 'heed check has no --polcy. Did you mean --policy?'],
    [['check', '--policy'], '--policy: has no value. Write one after it, or “--policy=…” for one that begins with a dash. heed help check says what there is.'],
    [['policy', 'sign', '--serial', '-1'], '--serial: has no value. Write one after it, or “--serial=…” for one that begins with a dash. heed help policy sign says what there is.'],
    [['check', '--json=yes', 'ordinary.eml'], '--json: takes no value. Leave out what stands after its “=”.'],
    [['check', '--now', '2026-11-20T21:40:00', 'ordinary.eml'], '--now “2026-11-20T21:40:00” is not a moment. Write it like 2026-11-20T21:40:00Z.'],
    [['chekc'], 'heed: there is no “chekc”. Did you mean “heed check”?'],
    [['policy', 'bogus'], 'heed policy: there is no “bogus”. Choose one of check, explain, schema, academies, hash, keygen, sign.'],
    [['policy', 'chek', 'laat'], 'heed policy: there is no “chek”. Did you mean “heed policy check”?'],
    [['policy', 'check'], 'heed policy check needs a file.'],
    [['check', '--policy', 'tael', 'ordinary.eml'], 'tael: not read, because there is no such file. Did you mean the shipped pack “teal”?'],
    [['check', '--policy', 'mine.jsn', 'ordinary.eml'], 'The shipped packs are laat and teal; anything else is a file.'],
    [['policy', 'explain', 'laat', 'teal'], 'heed policy explain needs one file and no more.'],
    [['policy', 'check', '--only', 'name', 'laat'], 'heed policy check has no --only. heed help policy check says what there is.'],
    [['policy', 'explain', '--only', 'organisation.ours', 'laat'], 'No setting begins with “organisation.ours”. Did you mean “organisation.hours”?'],
    [['policy', 'explain', '--changed', '--against', 'teal', 'laat'], 'Choose one.'],
    [['policy', 'hash', 'none.txt'], 'none.txt: not read, because there is no such file.'],
  ])('%j is answered in words', async (args, said) => {
    const { code, err } = await heed(args);
    expect(code).toBe(2);
    expect(err.join('\n')).toContain(said);
  });
});

test('heed samples shows the samples, or says where they are', async () => {
  const { code, out } = await heed(['samples']);
  expect([code, out.some((line) => line.startsWith('test/mail/ordinary.eml: sent'.replaceAll('/', path.sep)))]).toEqual([0, true]);
  const [said, err]: [string[], string[]] = [[], []];
  const io = { out: (line: string) => said.push(line), err: (line: string) => err.push(line), stdin: Readable.from([]), folder: scratch };
  expect(await run(['samples'], { packageFolder: scratch }, io)).toBe(2);
  expect([said, err]).toEqual([[], ['heed samples: the sample drafts are not here. They come with the sources of Heed. Check a mail of your own: heed check FILE.eml']]);
});

test('--academy that no school has is told from one whose file was not chosen', async () => {
  const { code, err } = await heed(['check', '--academy', 'marsh-lane', 'ordinary.eml']);
  expect([code, err[0]]).toEqual([2, 'laat.json: organisation.schools: no school has the id "marsh-lane". Add it there, choose the file of that academy as the policy, or choose no academy.']);
});

test('the academies that the pages show load, each by itself and not together', async () => {
  const at = path.join(root, 'docs', 'academies');
  expect((await heed(['check', '--policy', path.join(at, 'marsh-lane.json'), '--academy', 'marsh-lane', 'ordinary.eml'])).code).toBe(0);
  expect((await heed(['policy', 'check', path.join(at, 'oakfield.json')])).code).toBe(0);
  expect((await heed(['policy', 'check', at])).out[0]).toMatch(/^marsh-lane\.json: extends: it stands on “teal”, and oakfield\.json beside it on “laat”\./);
});

describe('heed inspect', () => {
  test('one line a file, with the documented keys', async () => {
    const csv = file('class.csv', 'Name,UPN\nA Test,H801200001001\nB Test,P207000016049\n');
    const { code, out } = await heed(['inspect', '--json', csv]);
    expect(code).toBe(0);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ file: csv, format: 'csv', protection: 'open', content: 'all', people: 2 });
  });

  test('--text gives the whole text, decoded', async () => {
    const txt = file('a.txt', Buffer.from('Caf\xe9', 'latin1'));
    const { out } = await heed(['inspect', '--json', '--text', txt]);
    expect(JSON.parse(out[0] ?? '').text.trim()).toBe('Café');
  });

  test('a file that is not there does not stop the others', async () => {
    const txt = file('b.txt', 'Hello');
    const { code, out, err } = await heed(['inspect', '--json', scratch + '/none.txt', txt]);
    expect(code).toBe(2);
    expect(out).toHaveLength(1);
    expect(err).toEqual([`${scratch}/none.txt: not inspected, because there is no such file.`]);
  });
});

describe('heed detect', () => {
  test('reads standard input', async () => {
    const { code, out } = await heed(['detect', '--json'], { stdin: 'UPN H801200001001' });
    expect(code).toBe(0);
    const { matches } = JSON.parse(out[0] ?? '');
    expect(matches).toHaveLength(1);
    expect(Object.keys(matches[0])).toEqual(['detector', 'start', 'end', 'masked', 'score', 'level', 'reasons']);
    expect(matches[0]).toMatchObject({ detector: 'upn', start: 4, end: 17, masked: '••••••••••001' });
  });

  test('--jsonl answers each line by its id, and a bad line by its number', async () => {
    const stdin = '{"id":"a","text":"UPN H801200001001"}\nnot json\n{"id":2,"text":"nothing"}\n';
    const { code, out, err } = await heed(['detect', '--jsonl'], { stdin });
    expect(code).toBe(2);
    expect(out.map((line) => JSON.parse(line)).map(({ id, matches }) => [id, matches.length])).toEqual([['a', 1], [2, 0]]);
    expect(err).toEqual(['line 2: not read. Each line has to be {"id": …, "text": "…"}.']);
  });
});

describe('heed policy', () => {
  test('check finds nothing wrong with the shipped packs, and tells their health', async () => {
    for (const name of ['laat', 'teal']) {
      const { code, out } = await heed(['policy', 'check', '--json', path.join(root, 'src/policy/packs', `${name}.json`)]);
      const answer = JSON.parse(out.join('\n'));
      expect(code).toBe(0);
      expect(answer.problems).toEqual([]);
      expect(answer.health.length).toBeGreaterThan(0);
    }
  });

  test('check lists every problem at once and ends with 2', async () => {
    const bad = file('bad.json', JSON.stringify({ extends: 'laat', rules: { 'mising-subject': { on: true }, 'all-staff': { options: { directRecipients: 5 } } } }));
    const { code, out } = await heed(['policy', 'check', '--json', bad]);
    const { problems } = JSON.parse(out.join('\n'));
    expect(code).toBe(2);
    expect(problems.length).toBeGreaterThanOrEqual(2);
    expect(problems[0]).toMatchObject({ file: 'bad.json', message: expect.stringContaining('missing-subject') });
  });

  test('explain shows each value with the layer it comes from', async () => {
    const { code, out } = await heed(['policy', 'explain', '--json', path.join(root, 'src/policy/packs/laat.json')]);
    expect(code).toBe(0);
    const rows = JSON.parse(out.join('\n'));
    for (const row of rows) expect(Object.keys(row)).toEqual(['path', 'value', 'layer', 'locked', 'lockedBy']);
    expect(rows.find((row: { path: string }) => row.path === 'name')).toMatchObject({ value: 'LAAT', layer: 'laat.json' });
    // What no pack can change is told first.
    expect(rows[0]).toMatchObject({ path: 'heed.protectedCorrespondents', value: expect.arrayContaining(['protect-advice.org.uk']), layer: 'product', locked: true, lockedBy: 'Set by Heed' });
  });

  test("explain tells an academy whom to ask, and a trust only what is closed to academies", async () => {
    const trust = await heed(['policy', 'explain', 'laat']);
    expect(trust.out.find((line) => line.startsWith('name ='))).toBe('name = "LAAT"  (laat.json, closed to academies)');
    expect(trust.out[0]).toMatch(/\(product, locked: Set by Heed\)$/);
    const academy = await heed(['policy', 'explain', path.join(root, 'docs', 'academies', 'oakfield.json')]);
    expect(academy.out.find((line) => line.startsWith('version ='))).toBe('version = "V1"  (laat.json, locked: Set by the Trust: Director of Colleague Services)');
  });

  test('explain shows one rule alone, or one part of the policy', async () => {
    const rule = await heed(['policy', 'explain', '--only', 'all-staff', 'laat']);
    expect(rule.out.length).toBeGreaterThan(5);
    expect(rule.out.filter((line) => !/^rules\.all-staff[.[]/.test(line))).toEqual([]);
    const part = await heed(['policy', 'explain', '--only', 'organisation.hours', 'laat']);
    expect(part.out).toHaveLength(7);
  });

  test('explain shows what differs from the defaults of Heed, with both values', async () => {
    const { out } = await heed(['policy', 'explain', '--changed', '--all', 'teal']);
    expect(out).toContain("rules.all-staff.on = true  (teal.json); Heed's own defaults: false");
    // Set in the pack, to what it is anyway.
    expect(out.filter((line) => line.startsWith('rules.all-staff.severity'))).toEqual([]);
  });

  test('explain shows what differs from another policy, with both values', async () => {
    expect((await heed(['policy', 'explain', '--against', 'laat', 'laat'])).out).toEqual(['Nothing differs.']);
    const mine = file('mine.json', JSON.stringify({ extends: 'teal', name: 'Mine', rules: { 'all-staff': { options: { groupSize: 40 } } } }));
    for (const held of [['--against', 'teal'], ['--changed']]) {
      const { out } = await heed(['policy', 'explain', ...held, '--json', mine]);
      expect(JSON.parse(out.join(''))).toEqual([
        expect.objectContaining({ path: 'rules.all-staff.options.groupSize', value: 40, other: 60, layer: 'mine.json' }),
      ]);
    }
  });

  test('explain says what an overlay changes in what it extends in a few lines, part by part', async () => {
    const overlay = path.join(root, 'docs', 'academies', 'marsh-lane.json');
    const { out } = await heed(['policy', 'explain', '--changed', overlay]);
    expect(out).toEqual([
      `${overlay}, held against teal.json:`,
      '',
      'documents',
      '  MarshLaneStaff: adds "Marsh Lane staff handbook", with 1 clause',
      '',
      'organisation',
      '  pupilDomains: adds students.marsh-lane.example',
      '  schools: adds marsh-lane',
      '  groups: adds staff@marsh-lane.example',
      '  sharedMailboxes: adds office@marsh-lane.example',
      '  audiences.leader: adds slt@marsh-lane.example',
      '',
      'detection',
      '  dictionary: adds Harbour room',
      '',
      'rules',
      '  external-bulk-cc: options.visible = 5 (teal.json: 10)',
      '  all-staff: quotes MARSH-1; severity.list = "justify" (teal.json: "warn"); options.directRecipients = 40 (teal.json: 50)',
      '  forgotten-attachment: on',
      '',
      'Every value, word for word: --all.',
    ]);
  });

  test('explain says what was changed in a copy: hours whole, quotations by their ids, texts by their names', async () => {
    const pack = JSON.parse(fs.readFileSync(path.join(root, 'src/policy/packs/laat.json'), 'utf8'));
    pack.name = 'Mine';
    pack.organisation = { ...pack.organisation, hours: { mon: ['08:00', '17:00'], tue: ['07:30', '18:00'], wed: ['07:30', '18:00'], thu: ['07:30', '18:00'], fri: ['07:30', '18:00'], sat: null, sun: null } };
    pack.documents.ICT.clauses['LAAT-EMAIL-09'].section = 'page 3';
    pack.documents.ICT.clauses['OWN-1'] = { heading: 'Ours', section: 'page 1', text: 'Write kindly.' };
    pack.rules['chain-mail'].clauses = [{ id: 'OWN-1', basis: 'direct' }];
    pack.rules['media-file'].locked = false;
    pack.rules['send-as'].locked = false;
    const { out } = await heed(['policy', 'explain', '--against', 'laat', file('copy.json', JSON.stringify(pack))]);
    expect(out.slice(1, -2)).toEqual([
      '',
      'name = "Mine" (laat: "LAAT")',
      '',
      'documents',
      '  ICT: adds OWN-1',
      '  ICT: LAAT-EMAIL-09 has another section',
      '',
      'organisation',
      '  hours.mon = ["08:00","17:00"] (laat: ["07:30","18:00"])',
      '',
      'rules',
      '  send-as, media-file: not locked',
      '  chain-mail: quotes OWN-1; no longer quotes LAAT-EMAIL-05',
    ]);
  });

  test("explain sums up a trust's pack, which extends nothing, and quotes no clause", async () => {
    const { out } = await heed(['policy', 'explain', '--changed', 'laat']);
    expect(out[0]).toBe("laat, held against Heed's own defaults:");
    expect(out).toContain('  external-bulk-cc, large-attachment: on; locked');
    expect(out.length).toBeLessThan(60);
    expect(out.join('\n')).not.toContain('encrypted or password protected');
  });

  test('hash makes the list that a pack holds instead of addresses', async () => {
    const list = file('parents.csv', 'name,address\r\nA,J.Example.Pupil@gmail.com\r\nB,"Bea Low <bea@home.example>"\r\nA again,j.example.pupil@gmail.com.\r\n');
    const { code, out, err } = await heed(['policy', 'hash', list]);
    const hashes = JSON.parse(out.join('\n'));
    expect([code, err]).toEqual([0, ['2 addresses.']]);
    expect(hashes).toContain('d5ce81ae96b1b8638661c29c531a5458');
    const pack = file('with-hashes.json', JSON.stringify({ extends: 'teal', name: 'P', organisation: { registeredContacts: hashes } }));
    expect((await heed(['policy', 'check', pack])).code).toBe(0);
    expect((await heed(['policy', 'hash', file('no-address.txt', 'nobody at home')])).code).toBe(2);
  });

  test('schema is a JSON Schema that the shipped packs meet and a wrong one does not', async () => {
    const { out } = await heed(['policy', 'schema']);
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(out.join('\n')));
    for (const name of ['laat', 'teal']) {
      validate(JSON.parse(fs.readFileSync(path.join(root, 'src/policy/packs', `${name}.json`), 'utf8')));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ name: 1 })).toBe(false);
  });
});

describe('the launcher', () => {
  test.each([
    [['help', 'inspect'], 'heed inspect', 'heed detect'],
    [['inspect', '--help'], 'heed inspect', 'heed detect'],
    [['policy', 'hash', '-h'], 'heed policy hash', 'heed policy check'],
    [['help', 'policy', 'sign'], 'heed policy sign', 'heed policy check'],
    [['policy', '--help'], 'heed policy check', 'heed inspect'],
  ])('%j tells of that command alone', async (args, said, unsaid) => {
    const { code, out } = await heed(args);
    expect([code, out.join('\n')]).toEqual([0, expect.stringContaining(said)]);
    expect(out.join('\n')).not.toContain(unsaid);
  });

  test('says which version it is', async () => {
    const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(await heed(['--version'])).toEqual({ code: 0, out: [`heed ${version}`], err: [] });
  });

  test('help lists every command', async () => {
    const { code, out } = await heed(['help']);
    expect(code).toBe(0);
    for (const command of ['check', 'inspect', 'detect', 'policy check', 'policy explain', 'policy schema']) expect(out.join('\n')).toContain(`heed ${command}`);
  });
});
