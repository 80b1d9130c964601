import fs from 'node:fs';
import path from 'node:path';
import { withFrameScript, withLocalOffice } from '../../src/demo/server/office-tag';
import { createSite } from '../../src/demo/server/site';
import type { Setup } from '../../src/demo/server/site';
import { loadSample, sampleOf } from '../../src/demo/server/sample-drafts';

const PROJECT = path.resolve(__dirname, '..', '..');
const PROBES = path.join(__dirname, 'probes');
const OFFICE = path.join(PROJECT, 'node_modules/@microsoft/office-js/dist');
const options = { projectFolder: PROJECT, addinFolder: PROBES, manifestFile: path.join(PROBES, 'manifest.xml') };
const site = createSite(options);

const TAG = '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';

describe('the site', () => {
  test.each(['office.js', 'outlook-web-16.01.js', 'en-us/office_strings.js'])("Microsoft's %s is answered byte for byte", async (name) => {
    const { status, body } = await site.answer(`/__officejs__/${name}`);
    expect(status).toBe(200);
    expect(Buffer.compare(Buffer.from(body), fs.readFileSync(path.join(OFFICE, name)))).toBe(0);
  });

  test('library files are found in any letter case, as the library asks for them', async () => {
    expect((await site.answer('/__officejs__/EN-US/Office_Strings.js')).status).toBe(200);
  });

  test('the stand-in for the old script library is ours', async () => {
    const { body } = await site.answer('/__officejs__/MicrosoftAjax.js');
    expect(String(body)).toContain('registerNamespace');
    expect(String(body)).not.toContain('Copyright');
  });

  test('only the one script tag of a page changes', async () => {
    const built = fs.readFileSync(path.join(PROBES, 'event.html'), 'utf8');
    const { body } = await site.answer('/event.html');
    const local = ['MicrosoftAjax.js', 'office.js', 'shape-client.js'].map((name) => `<script src="/__officejs__/${name}"></script>`).join('');
    expect(String(body)).toBe(built.replace(TAG, local));
  });

  test('pages are answered as built when that is asked for', async () => {
    const { body } = await createSite({ ...options, pages: 'as-built' }).answer('/event.html');
    expect(String(body)).toBe(fs.readFileSync(path.join(PROBES, 'event.html'), 'utf8'));
  });

  test('scripts of the add-in are answered byte for byte', async () => {
    const { body } = await site.answer('/event.js');
    expect(Buffer.compare(Buffer.from(body), fs.readFileSync(path.join(PROBES, 'event.js')))).toBe(0);
  });

  test.each(['/../package.json', '/%2e%2e/package.json', '/__officejs__/../package.json', '/__host__/demo/server/site', '/__host__/demo/native/bridge', '/__host__/check/wording', '/__host__/demo/page/..%2f..%2fcheck/wording', '/__host__/samples/..%2f..%2fpackage', '/%', '/nothing.html'])(
    'nothing is answered at %s',
    async (pathname) => {
      expect((await site.answer(pathname)).status).toBe(404);
    },
  );

  test('the page and its modules are answered without their types', async () => {
    expect(String((await site.answer('/__host__/')).body)).toContain('<title>Compose simulator</title>');
    const { headers, body } = await site.answer('/__host__/demo/page/main');
    expect(headers['content-type']).toContain('javascript');
    expect(String(body)).not.toContain('interface Setup');
    expect((await site.answer('/__host__/text/british-date')).status).toBe(200);
  });

  test('without a built add-in it says in one sentence how to build one', async () => {
    const bare = createSite({ ...options, addinFolder: path.join(PROBES, 'no-such-folder') });
    const setup = JSON.parse(String((await bare.answer('/__host__/setup.json')).body)) as Setup;
    expect(setup.missing).toBe('There is no built add-in yet: run `npm run build`, then reload.');
  });

  test('without a manifest it says so and still answers', async () => {
    const bare = createSite({ ...options, manifestFile: path.join(PROBES, 'no-manifest.xml') });
    expect(bare.manifest.problems[0]).toMatch(/^There is no manifest at .*no-manifest\.xml\.$/);
    expect((await bare.answer('/__host__/')).status).toBe(200);
  });
});

describe('the script tag', () => {
  test('keeps its other attributes, but not those that lose the order', () => {
    const html = '<script type="text/javascript" async src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js" data-use-associated-actions-only="1" defer></script>';
    expect(withLocalOffice(html, '/o/')).toBe(
      '<script src="/o/MicrosoftAjax.js"></script><script type="text/javascript" data-use-associated-actions-only="1" src="/o/office.js"></script><script src="/o/shape-client.js"></script>',
    );
  });

  test('stays where people ask for the public library, with the frame script behind it', () => {
    expect(withFrameScript(`a${TAG}b`, '/o/')).toBe(`a${TAG}<script src="/o/shape-client.js"></script>b`);
  });

  test('of other scripts is left alone', () => {
    const html = '<script src="https://appsforoffice.example/lib/1/hosted/office.js"></script><script src="office.js"></script>';
    expect(withLocalOffice(html, '/o/')).toBe(html);
  });
});

describe('sample drafts', () => {
  const folder = path.join(PROJECT, 'test', 'mail');

  test('are the mails of test/mail, each with its time', async () => {
    const setup = JSON.parse(String((await site.answer('/__host__/setup.json')).body)) as Setup;
    const files = fs.readdirSync(folder).filter((name) => name.endsWith('.eml'));
    expect(setup.samples.map(({ id }) => `${id}.eml`).sort()).toEqual(files.sort());
    expect(setup.samples.find(({ id }) => id === 'sen-register-to-gmail')).toMatchObject({ title: 'SEN register to Gmail', sentAt: Date.parse('2026-11-19T21:40:00Z') });
  });

  test('hold the people, words and files of the mail', async () => {
    const sample = await loadSample(folder, 'sen-register-to-gmail');
    expect(sample?.seed).toMatchObject({
      kind: 'message',
      from: { address: 'dee.marlow@oakfield.example', name: 'Dee Marlow' },
      owner: { address: 'dee.marlow@oakfield.example', name: 'Dee Marlow' },
      to: [{ address: 'k.example.parent@gmail.com', name: 'K Parent', isResolved: true }],
      subject: 'Support for next term',
      attachments: [{ name: 'Y5 support list.xlsx', isInline: false }],
    });
    expect(sample?.seed.html).toContain('As promised, here is the plan for next term.');
    expect(sample?.seed.attachments?.[0]?.base64).toMatch(/^UEsDB/);
  });

  test('know colleagues from others', async () => {
    const sample = await loadSample(folder, 'ordinary');
    expect(sample?.seed.to).toMatchObject([{ kind: 'user' }]);
  });

  test('keep the person signed in apart from the one in From', async () => {
    const mail = 'From: Office <office@oakfield.example>\r\nSender: Kit <kit@oakfield.example>\r\nTo: a@x.example\r\nSubject: Hi\r\n\r\nHi';
    const sample = await sampleOf('delegated', new TextEncoder().encode(mail));
    expect(sample?.seed).toMatchObject({ from: { address: 'office@oakfield.example' }, owner: { address: 'kit@oakfield.example' } });
  });

  test('keep the schedule of a mail that leaves later', async () => {
    const sample = await loadSample(folder, 'late-but-scheduled');
    expect(sample?.seed.deliverAt).toBeGreaterThan(sample?.sentAt ?? Infinity);
  });
});
