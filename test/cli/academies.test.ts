import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../src/cli/main';
import type { ExitCode } from '../../src/cli/io';

// A command loads what it needs when it is first asked for, within the test.
jest.setTimeout(60_000);

const samples = path.join(__dirname, 'academies');
const forty = path.join(samples, 'forty-schools.csv');
let folder = '';

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-academies-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

async function heed(...args: readonly string[]): Promise<{ readonly code: ExitCode; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const io = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line), stdin: Readable.from([]), folder };
  const code = await run(args, { packageFolder: folder }, io);
  return { code, lines: lines.flatMap((line) => line.split('\n')) };
}

const mistakes = fs.readdirSync(path.join(samples, 'mistakes')).filter((name) => name.endsWith('.csv'));

describe('a spreadsheet with mistakes is answered row by row, and nothing is written', () => {
  test.each(mistakes)('%s', async (name) => {
    const file = path.join(samples, 'mistakes', name);
    const { code, lines } = await heed('policy', 'academies', file, '--out', folder);
    const expected = file.replace(/\.csv$/, '.txt');
    // `UPDATE_FIXTURES=1` writes the sentences anew; the diff is the review.
    if (process.env['UPDATE_FIXTURES'] === '1') fs.writeFileSync(expected, `${lines.join('\n')}\n`);
    expect(`${lines.join('\n')}\n`).toBe(fs.readFileSync(expected, 'utf8'));
    expect(code).toBe(2);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('no such file', async () => {
    expect(await heed('policy', 'academies', 'none.csv')).toEqual({ code: 2, lines: ['none.csv: not read, because there is no such file.'] });
  });

  test.each([
    ['schools.xlsx', '504b0304'],
    ['schools.xls', 'd0cf11e0'],
  ])('a workbook: %s', async (name, start) => {
    fs.writeFileSync(path.join(folder, name), Buffer.from(`${start}00000000`, 'hex'));
    expect(await heed('policy', 'academies', name)).toEqual({ code: 2, lines: [`${name}: this is a workbook, not a CSV file. In Excel, choose Save as, “CSV UTF-8”, and give that file.`] });
  });

  test('a domain the trust does not list as inside is told by its row', async () => {
    fs.writeFileSync(path.join(folder, 'trust.json'), JSON.stringify({ name: 'T', version: '1', organisation: { internalDomains: ['oak.example'] } }));
    fs.writeFileSync(path.join(folder, 'schools.csv'), 'id,name,domains\r\noak,Oakfield,oak.example\r\nash,Ashton,ash.example\r\n');
    const { lines } = await heed('policy', 'academies', 'schools.csv', '--policy', 'trust.json');
    expect(lines[0]).toBe(
      'schools.csv: row 3, column "domains": "ash.example" is not among the domains the trust lists as inside. Remove it here, or ask the trust to add it to organisation.internalDomains.',
    );
  });

  test('a forgotten --policy is said, instead of what the overlays would break on another trust', async () => {
    fs.writeFileSync(path.join(folder, 'schools.csv'), 'id,name\noak,Oakfield\n');
    await heed('policy', 'academies', 'schools.csv', '--policy', 'teal');
    const overlay = path.join(folder, 'academies', 'oak.json');
    const before = JSON.stringify({ ...JSON.parse(fs.readFileSync(overlay, 'utf8')), rules: { 'all-staff': { severity: { list: 'justify' } } } });
    fs.writeFileSync(overlay, before);
    const { code, lines } = await heed('policy', 'academies', 'schools.csv');
    expect([code, lines]).toEqual([2, [`${overlay} stands on “teal”, and without --policy it would be put on “laat”. Add --policy teal.`]]);
    expect(fs.readFileSync(overlay, 'utf8')).toBe(before);
    expect((await heed('policy', 'academies', 'schools.csv', '--policy', 'teal')).code).toBe(0);

    fs.writeFileSync(path.join(folder, 'trust.json'), JSON.stringify({ name: 'T', version: '1' }));
    fs.writeFileSync(overlay, JSON.stringify({ extends: '../trust', name: 'Oakfield' }));
    expect((await heed('policy', 'academies', 'schools.csv')).lines[0]).toMatch(/Add --policy trust\.json\.$/);
  });

  test('a file that is there and is no overlay is not written over', async () => {
    fs.writeFileSync(path.join(folder, 'oak.json'), 'my notes');
    fs.writeFileSync(path.join(folder, 'schools.csv'), 'id,name\noak,Oakfield\n');
    const { code, lines } = await heed('policy', 'academies', 'schools.csv', '--out', '.');
    expect(lines[0]).toBe('oak.json: this file is there and is no overlay. Move it away, or choose another folder with --out.');
    expect(code).toBe(2);
    expect(fs.readFileSync(path.join(folder, 'oak.json'), 'utf8')).toBe('my notes');
  });
});

describe('forty schools', () => {
  test('a dry run says what each will have, and writes nothing', async () => {
    const { code, lines } = await heed('policy', 'academies', '--dry-run', forty, '--out', folder);
    expect(code).toBe(0);
    expect(lines).toContain('Alderfield Primary School (alderfield.json): new');
    expect(lines).toContain('  hours on Friday: 08:00 to 15:30');
    expect(lines[lines.length - 1]).toBe('40 schools would change, 0 as before. Nothing was written.');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('become forty overlays that stand together on the pack, each found by its sender', async () => {
    await heed('policy', 'academies', forty, '--out', folder);
    expect(fs.readdirSync(folder)).toHaveLength(40);
    expect((await heed('policy', 'check', '.')).lines[0]).toBe('.: no problems.');
    const mail = (from: string): string => {
      const file = path.join(folder, `${from.split('@')[1]}.eml`);
      const at = 'Fri, 20 Nov 2026 16:30:00 +0000';
      fs.writeFileSync(file, `From: A Person <${from}>\r\nTo: b@${from.split('@')[1]}\r\nSubject: Rota for the open evening\r\nDate: ${at}\r\n\r\nPlease see the rota.\r\n`);
      return file;
    };
    // Alderfield closes at 15:30 on Fridays, Ashgrovewood at 17:00.
    expect((await heed('check', '--policy', '.', mail('a@alderfield.example'))).lines.join('\n')).toContain('School hours are 08:00 to 15:30');
    expect((await heed('check', '--policy', '.', mail('a@ashgrovewood.example'))).code).toBe(0);
  }, 30_000);

  test('a second run changes only what the spreadsheet changed, and keeps what the office added by hand', async () => {
    await heed('policy', 'academies', forty, '--out', folder);
    const overlay = path.join(folder, 'alderfield.json');
    const own = { address: 'helper@elsewhere.example', why: 'A helper of ours' };
    const before = JSON.parse(fs.readFileSync(overlay, 'utf8')) as { organisation: object };
    fs.writeFileSync(overlay, JSON.stringify({ ...before, organisation: { ...before.organisation, allowedAddresses: [own] } }));
    const changed = path.join(folder, 'changed.csv');
    fs.writeFileSync(changed, fs.readFileSync(forty, 'utf8').replace('ext 230', 'ext 999').replace('08:00-15:30', '08:00-15:00'));
    const { lines } = await heed('policy', 'academies', changed, '--out', folder, '--dry-run');
    expect(lines).toEqual([
      'Alderfield Primary School (alderfield.json): 2 changes',
      '  hours on Friday: 08:00 to 15:30 → 08:00 to 15:00',
      '  contact dsl: ext 230 → ext 999',
      '1 school would change, 39 as before. Nothing was written.',
    ]);
    await heed('policy', 'academies', changed, '--out', folder);
    const after = JSON.parse(fs.readFileSync(overlay, 'utf8')) as { organisation: { allowedAddresses: unknown } };
    expect(after.organisation.allowedAddresses).toEqual([own]);
  });

  describe('of which one cannot be written', () => {
    const schools = 'id,name\noak,Oakfield\nash,Ashton\nelm,Elmwood\n';
    const target = (id: string): string => path.join(folder, 'out', `${id}.json`);
    beforeEach(async () => {
      fs.writeFileSync(path.join(folder, 'schools.csv'), schools);
      await heed('policy', 'academies', 'schools.csv', '--out', 'out');
      fs.writeFileSync(path.join(folder, 'schools.csv'), schools.replace('Oakfield', 'Oakfield Primary').replace('Ashton', 'Ashton Primary'));
      // What is written first is in the way, whoever runs this.
      fs.mkdirSync(`${target('ash')}.${process.pid}.new`);
    });

    test('the others are, and it is named', async () => {
      const { code, lines } = await heed('policy', 'academies', 'schools.csv', '--out', 'out');
      expect(lines).toEqual([
        'Oakfield Primary (oak.json): 1 change',
        '  name: Oakfield → Oakfield Primary',
        '1 school written, 1 as before.',
        `${target('ash')}: it cannot be written, because it is a folder. Put that right and give the command again.`,
      ]);
      expect(code).toBe(2);
      expect(fs.readFileSync(target('oak'), 'utf8')).toContain('Oakfield Primary');
      expect(fs.readFileSync(target('ash'), 'utf8')).not.toContain('Ashton Primary');
    });

    test('a program is told which were written, after they were', async () => {
      const { code, lines } = await heed('policy', 'academies', '--json', 'schools.csv', '--out', 'out');
      expect([code, lines.length]).toEqual([2, 1]);
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({
        written: false,
        problems: [{ file: target('ash'), message: expect.stringContaining('it cannot be written') }],
        academies: [
          { id: 'oak', isWritten: true },
          { id: 'ash', isWritten: false },
          { id: 'elm', isWritten: false, changes: [] },
        ],
      });
    });
  });

  test('one whose file is there and cannot be read is not taken for a new one', async () => {
    fs.writeFileSync(path.join(folder, 'schools.csv'), 'id,name\noak,Oakfield\n');
    fs.mkdirSync(path.join(folder, 'oak.json'));
    expect((await heed('policy', 'academies', 'schools.csv', '--out', '.')).lines[0]).toBe('oak.json: this file is there and was not read, because it is a folder. Put that right, or choose another folder with --out.');
  });

  test('whose overlays say all of it already are left as they are', async () => {
    fs.writeFileSync(path.join(folder, 'schools.csv'), 'id,name\noak,Oakfield\n');
    await heed('policy', 'academies', 'schools.csv', '--out', '.');
    const byHand = JSON.stringify(JSON.parse(fs.readFileSync(path.join(folder, 'oak.json'), 'utf8')));
    fs.writeFileSync(path.join(folder, 'oak.json'), byHand);
    expect(await heed('policy', 'academies', 'schools.csv', '--out', '.')).toEqual({ code: 0, lines: ['0 schools written, 1 as before.'] });
    expect(fs.readFileSync(path.join(folder, 'oak.json'), 'utf8')).toBe(byHand);
  });

  test('as JSON, for a program', async () => {
    const { lines } = await heed('policy', 'academies', '--json', '--dry-run', forty, '--out', folder);
    const answer = JSON.parse(lines[0] ?? '') as { problems: unknown[]; academies: { row: number; id: string; isNew: boolean }[]; written: boolean };
    expect(answer).toMatchObject({ problems: [], written: false });
    expect(answer.academies[0]).toMatchObject({ row: 2, id: 'alderfield', isNew: true });
  });

  test('as a spreadsheet writes it: a byte order mark, semicolons, quotation marks, British dates and times', async () => {
    const file = path.join(folder, 'excel.csv');
    fs.writeFileSync(file, '\ufeffID;Name;Domains;Hours;Terms;Staff\r\noak;"Oakfield; the ""Old"" School";oak.example;7:30 - 18:00;03/09/2026 to 18/12/2026;"1,204"\r\n');
    const { code, lines } = await heed('policy', 'academies', file, '--out', path.join(folder, 'out'));
    expect([code, lines[0]]).toEqual([0, 'Oakfield; the "Old" School (oak.json): new']);
    const { organisation } = JSON.parse(fs.readFileSync(path.join(folder, 'out', 'oak.json'), 'utf8')) as { organisation: { schools: unknown[] } };
    expect(organisation.schools[0]).toMatchObject({ terms: [{ from: '2026-09-03', to: '2026-12-18' }], staff: 1204, hours: { mon: ['07:30', '18:00'], sat: null } });
  });
});
