/*
 * What the commands of docs/admin.md print, one after the other, on a morning that never changes and against a host that serves
 * whatever was signed. `npm run golden` writes it into the guide.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const HOST = 'https://heed.school.example';
const MORNING = Date.parse('2026-11-27T09:00:00Z');
const RECORD = '--authorised-by "Trust Board" --authorised-on 2026-11-20 --minute 12/26 --dpia DPIA-7 --staff-told-on 2026-11-26';

const BUILD = '0.1.0-1a2b3c4d';

const COMMANDS = [
  'policy keygen --out keys',
  `policy sign laat --key keys/heed-policy-private.pem --site site --host ${HOST}`,
  `doctor ${HOST}`,
  `manifest --host ${HOST} --support https://it.school.example/heed --check --out manifest.xml`,
  'policy sign --key keys/heed-policy-private.pem --site site --mode warn --rollout 0 --rings it@school.example,oakfield.example',
  `policy sign --key keys/heed-policy-private.pem --site site --mode warn --rollout 0 --rings it@school.example,oakfield.example ${RECORD}`,
  'policy sign --key keys/heed-policy-private.pem --site site --rollout 5',
];

/** A clock that stands still, for everything that asks for the time. */
async function onThatMorning(work) {
  const Real = globalThis.Date;
  globalThis.Date = class extends Real {
    constructor(...parts) {
      super(...(parts.length === 0 ? [MORNING] : parts));
    }
    static now() {
      return MORNING;
    }
  };
  try {
    return await work();
  } finally {
    globalThis.Date = Real;
  }
}

/** The pages as a release has them, as far as the doctor reads them, and the scripts that they name. */
const PAGES = {
  'index.html': '<h1>Heed is here</h1>',
  'launchevent.html': '<script src="readers.js"></script><script src="launchevent.js"></script>',
  'taskpane.html': '<script src="site.js"></script><script src="taskpane.055b0c5289a92b27.js"></script>',
  'diagnosis.html': '<script src="diagnosis.b66f4cc24defd31b.js"></script>',
  'readers.js': BUILD,
  'taskpane.055b0c5289a92b27.js': BUILD,
  'diagnosis.b66f4cc24defd31b.js': '',
};

/** The host: every file that Outlook needs, with the right headers, and from the site folder what is signed. */
function hostOf(site, { SERVED }) {
  return async (address) => {
    const { pathname } = new URL(address);
    const served = SERVED.find((each) => each.path === pathname);
    const file = path.join(site, ...(pathname === '/' ? '/index.html' : pathname).split('/'));
    const isThere = fs.existsSync(file) && fs.statSync(file).isFile();
    const headers = new Headers({ 'content-type': served?.types[0] ?? (pathname.endsWith('.js') ? 'text/javascript' : 'text/html'), 'cache-control': served?.caching === 'any' ? 'max-age=86400' : 'no-cache', 'access-control-allow-origin': '*' });
    return { status: isThere || served?.isNeeded !== false ? 200 : 404, headers, text: async () => (isThere ? fs.readFileSync(file, 'utf8') : '') };
  };
}

/** The lines of the transcript. `load` is the launcher's. */
export async function adminTranscript(load, packageFolder) {
  const { run } = load('cli/main');
  const { aroundScript } = load('deployment/site-scripts');
  const { loadNamed } = load('cli/policy-files');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-guide-'));
  try {
    const site = path.join(folder, 'site');
    fs.mkdirSync(site);
    const { policy } = await loadNamed('laat', folder);
    fs.writeFileSync(path.join(site, 'launchevent.js'), aroundScript('void HEED_SITE;', { origin: null, key: null, policy, deployment: null, written: '2026-11-01T00:00:00.000Z' }, BUILD));
    for (const [name, text] of Object.entries(PAGES)) fs.writeFileSync(path.join(site, name), text);
    const deployment = load('deployment/index');
    fs.writeFileSync(path.join(site, 'sums.json'), await deployment.sumsFile(BUILD, Object.fromEntries(['launchevent.js', ...Object.keys(PAGES)].map((name) => [`/${name}`, fs.readFileSync(path.join(site, name), 'utf8')]))));
    const ask = hostOf(site, deployment);
    const lines = [];
    for (const command of COMMANDS) {
      const io = { out: (line) => lines.push(line), err: (line) => lines.push(line), stdin: process.stdin, folder };
      lines.push(...(lines.length === 0 ? [] : ['']), `$ heed ${command}`);
      const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
      await onThatMorning(() => run(args, { packageFolder, ask, certificateEnd: async () => MORNING + 90 * 86_400_000 }, io));
    }
    return lines;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
