import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expectedOf, writeFolder } from '../replay/many-mails.cjs';
import { postgresFolder, startPostgres } from '../replay/own-postgres';
import type { OwnPostgres } from '../replay/own-postgres';

jest.setTimeout(120_000);

const launcher = path.resolve(__dirname, '..', '..', 'src', 'cli', 'launcher.cjs');
const folder = postgresFolder();
/** Without PostgreSQL on the machine this is counted as not run; `.ci/run` installs it. */
const whereThereIsPostgres = folder === null ? describe.skip : describe;

interface Launched {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly out: string; readonly err: string; readonly code: number | null }>;
}

whereThereIsPostgres('heed replay --queue', () => {
  let postgres: OwnPostgres;
  let scratch: string;

  beforeAll(async () => {
    postgres = await startPostgres(folder as string);
    scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-queue-'));
  });
  afterAll(async () => {
    await postgres.stop();
    fs.rmSync(scratch, { recursive: true });
  });

  function launch(...more: string[]): Launched {
    const child = spawn(process.execPath, [launcher, 'replay', '--json', '--threads', '1', '--queue', postgres.url, '--lease', '3', ...more, 'mails'], { cwd: scratch });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += String(data)));
    child.stderr.on('data', (data) => (err += String(data)));
    return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ out, err, code }))) };
  }

  test('three processes share the work, one is killed, and every mail is counted once', async () => {
    const count = 6_000;
    writeFolder(count, path.join(scratch, 'mails'));
    const first = launch();
    // Killed while it works: the others wait for its lease to end, and do its part again.
    await new Promise((resolve) => setTimeout(resolve, 1_800));
    const [second, third] = [launch(), launch()];
    await new Promise((resolve) => setTimeout(resolve, 700));
    const wasAtWork = first.child.exitCode === null;
    first.child.kill('SIGKILL');
    const answers = [await second.ended, await third.ended];
    await first.ended;
    expect(wasAtWork).toBe(true);
    const expected = expectedOf(count);
    for (const { out, err, code } of answers) {
      expect([err, code]).toEqual(['', 0]);
      expect(JSON.parse(out)).toMatchObject({ mails: expected.mails, stopped: expected.stopped, unread: 0, rules: { 'missing-subject': { warn: expected.blank }, 'out-of-hours': { warn: expected.late } } });
    }
    expect(answers[0]?.out).toBe(answers[1]?.out);

    // A part that was given up is said, and the same command tries it again.
    const sql = "UPDATE heed_replay.job SET state = 'failed', output = NULL WHERE id = (SELECT id FROM heed_replay.job WHERE name LIKE 'replay-%' ORDER BY id LIMIT 1)";
    execFileSync(path.join(folder as string, 'psql'), ['-q', '-d', postgres.url, '-c', sql]);
    const stuck = await launch().ended;
    expect([stuck.code, stuck.out, stuck.err]).toEqual([2, '', expect.stringMatching(/^One part was given up after 5 tries: .*, or give each part longer with --lease, and run the same command again\.\n$/)]);

    const late = await launch('--forget').ended;
    expect([late.err, late.out]).toEqual(['', answers[0]?.out]);
  });

  test('a database that goes away is a sentence, not a fault', async () => {
    const own = await startPostgres(folder as string);
    writeFolder(6_000, path.join(scratch, 'mails'));
    const { child, ended } = launch('--queue', own.url);
    child.stderr?.setEncoding('utf8');
    const hasShards = (): boolean => {
      try {
        return execFileSync(path.join(folder as string, 'psql'), ['-tA', '-d', own.url, '-c', "SELECT count(*) FROM heed_replay.job WHERE state = 'active'"], { stdio: 'pipe' }).toString().trim() !== '0';
      } catch {
        return false;
      }
    };
    while (!hasShards()) await new Promise((resolve) => setTimeout(resolve, 50));
    await own.stop();
    const { code, err } = await ended;
    expect([code, err]).toEqual([2, expect.stringMatching(/^The database of --queue stopped answering \(.*\)\. Nothing is lost: run the same command to go on\.\n$/)]);
  });
});
