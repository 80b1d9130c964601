import { SERVED, addressesOf, checkSite, sumsFile, wellKnownFile, WELL_KNOWN_PATH } from '../../src/deployment';
import type { SiteFetch } from '../../src/deployment';
import { aroundScript } from '../../src/deployment/site-scripts';
import type { SiteSettings } from '../../src/domain';
import { shippedPolicy } from '../policy-for-tests';
import { BUILD, PAGE_SCRIPTS, rightHeaders, rightSums, rightTexts } from './right-host';

const HOST = 'https://heed.laat.example';

const SETTINGS: SiteSettings = { origin: HOST, key: null, policy: shippedPolicy('laat'), deployment: null, written: '2026-01-01T00:00:00Z' };

interface Answer {
  readonly status?: number;
  readonly text?: string | Error;
  readonly headers?: { readonly [name: string]: string };
}

/** A host on which everything is as it should be, but for what is named; '*' is every path. */
function hostWith(changes: { readonly [path: string]: Answer | Error } = {}): SiteFetch {
  const texts = rightTexts(HOST, SETTINGS);
  return (address) => {
    const path = address.slice(HOST.length);
    const change = changes[path] ?? changes['*'] ?? {};
    if (change instanceof Error) return Promise.reject(change);
    const headers = rightHeaders(path);
    for (const [name, value] of Object.entries(change.headers ?? {})) {
      if (value === '') headers.delete(name);
      else headers.set(name, value);
    }
    const text = change.text ?? texts[path] ?? '';
    return Promise.resolve({ status: change.status ?? (texts[path] === undefined ? 404 : 200), headers, text: () => (text instanceof Error ? Promise.reject(text) : Promise.resolve(text)) });
  };
}

/** A failure as Node's fetch says it. */
const failed = (code: string): Error => new Error('fetch failed', { cause: { code } });

const wrong = async (ask: SiteFetch): Promise<readonly string[]> =>
  (await checkSite(HOST, ask)).filter(({ isProblem }) => isProblem).map(({ address, message }) => `${address.slice(HOST.length)} ${message}`);

test('a host as it should be has nothing wrong, address by address', async () => {
  expect(await wrong(hostWith())).toEqual([]);
  expect((await checkSite(HOST, hostWith())).map(({ address }) => address.slice(HOST.length))).toEqual([...SERVED.map(({ path }) => path), ...PAGE_SCRIPTS]);
});

test.each<[string, { readonly [path: string]: Answer | Error }, string]>([
  ['a script of the wrong type', { '/launchevent.js': { headers: { 'content-type': 'application/octet-stream' } } }, '/launchevent.js the script that answers a send: is called application/octet-stream. Set Content-Type: text/javascript.'],
  ['a script in another encoding', { '/launchevent.js': { headers: { 'content-type': 'text/javascript; charset=iso-8859-1' } } }, '/launchevent.js the script that answers a send: is said to be iso-8859-1. It is utf-8.'],
  ['a script that is kept for a year', { '/launchevent.js': { headers: { 'cache-control': 'public, max-age=31536000' } } }, '/launchevent.js the script that answers a send: may be kept for longer than 10 minutes (Cache-Control: public, max-age=31536000). Set Cache-Control: no-cache.'],
  ['a page that says nothing of caching', { '/taskpane.html': { headers: { 'cache-control': '' } } }, '/taskpane.html the pane: says nothing of caching, so old copies may stay for days. Add Cache-Control: no-cache.'],
  ['a policy that other origins may not read', { '/policy.json': { headers: { 'access-control-allow-origin': '' } } }, '/policy.json the hosted policy: may not be read by Outlook. Set Access-Control-Allow-Origin: *.'],
  ['a pane that may not be framed', { '/taskpane.html': { headers: { 'x-frame-options': 'SAMEORIGIN' } } }, '/taskpane.html the pane: may not be shown inside Outlook (X-Frame-Options: SAMEORIGIN). Remove that header; frame-ancestors says it better.'],
  ['a pane framed by itself alone', { '/taskpane.html': { headers: { 'content-security-policy': "frame-ancestors 'self' https://outlook.office.com" } } }, '/taskpane.html the pane: may not be shown inside Outlook: frame-ancestors lacks https://outlook.office365.com, https://outlook.cloud.microsoft, https://*.officeapps.live.com. Add it.'],
  ['a pane without Microsoft’s library', { '/taskpane.html': { headers: { 'content-security-policy': "script-src 'self'" } } }, "/taskpane.html the pane: may not load Microsoft's library: script-src lacks https://appsforoffice.microsoft.com. Add it."],
  ['a picture that may not be kept', { '/assets/icon-16.png': { headers: { 'cache-control': 'no-store' } } }, '/assets/icon-16.png a picture: is a picture that may not be kept (Cache-Control: no-store), so Outlook shows none. Set Cache-Control: max-age=3600.'],
  ['a page that is not there', { '/launchevent.html': { status: 404 } }, '/launchevent.html the page it runs in, in a browser: answers 404 instead of 200. Upload the files of the archive’s site folder.'],
  ['a file that wants a log-in', { '/taskpane.html': { status: 403 } }, '/taskpane.html the pane: may not be read by everybody (403). Let the web server hand it out without a log-in.'],
  ['a fault of the server', { '/taskpane.html': { status: 502 } }, '/taskpane.html the pane: answers 502, a fault of the web server. Its log says why.'],
  ['no folder with a dot', { [WELL_KNOWN_PATH]: { status: 404 } }, `${WELL_KNOWN_PATH} what lets Outlook for Windows fetch the policy: answers 404 instead of 200. It is written when a policy is signed: upload the folder .well-known too, which some tools leave out because of the dot.`],
  ['another page in the place of the pane', { '/taskpane.html': { text: '<title>Welcome</title>' } }, '/taskpane.html the pane: is a page without a script of Heed. Upload the whole site folder of the archive. For each name the web server has to answer with the file of that name.'],
  ['a pane whose script was not uploaded', { '/taskpane.0123456789abcdef.js': { status: 404 } }, '/taskpane.0123456789abcdef.js a script of taskpane.html: answers 404 instead of 200. Upload the files of the archive’s site folder.'],
  ['settings that may be kept for a day', { '/site.js': { headers: { 'cache-control': 'max-age=86400' } } }, '/site.js a script of taskpane.html: may be kept for longer than 10 minutes (Cache-Control: max-age=86400). Set Cache-Control: no-cache.'],
  ['settings of another signature', { '/site.js': { text: 'var HEED_SITE = {};\n' } }, '/site.js does not say what launchevent.js says, so the pane and a send go by different policies: site.js has no settings that Heed wrote. Upload both from the same folder.'],
  ['readers of another version', { '/readers.js': { text: '"0.0.9-def"' } }, '/readers.js is of another version than launchevent.js (0.1.0-abc). Upload the whole site folder of the archive.'],
  ['a pane of another version', { '/taskpane.0123456789abcdef.js': { text: '"0.0.9-def"' } }, '/taskpane.0123456789abcdef.js is of another version than launchevent.js (0.1.0-abc). Upload the whole site folder of the archive.'],
  ['another script', { '/launchevent.js': { text: 'alert(1)' } }, '/launchevent.js the script that answers a send: is not the script of Heed. Upload the whole site folder of the archive.'],
  ['a script that an editor was at', { '/launchevent.js': { text: `\ufeff${aroundScript('void HEED_SITE;', SETTINGS, '0.1.0-abc')}` } }, '/launchevent.js the script that answers a send: begins with a byte order mark, which an editor put there, and classic Outlook may refuse the file. Upload it as it was written; where you have no other copy, sign again.'],
  ['an allowed list that an editor was at', { [WELL_KNOWN_PATH]: { text: `\ufeff${JSON.stringify(wellKnownFile(HOST))}` } }, `${WELL_KNOWN_PATH} what lets Outlook for Windows fetch the policy: begins with a byte order mark, which an editor put there, and classic Outlook may refuse the file. Upload it as it was written; where you have no other copy, sign again.`],
  ['a script that was uploaded in part', { '/launchevent.js': { text: aroundScript('void HEED_SITE;', SETTINGS, '0.1.0-abc').slice(0, 60) } }, '/launchevent.js the script that answers a send: is cut short: its last line is missing. Upload it again.'],
  ['a file that breaks off', { '/taskpane.html': { text: failed('UND_ERR_SOCKET') } }, '/taskpane.html the pane: breaks off before its end, because it hung up (UND_ERR_SOCKET). Look at the web server’s log, and at proxies and firewalls between.'],
  ['a pane whose scripts come by default-src', { '/taskpane.html': { headers: { 'content-security-policy': "default-src 'self'" } } }, "/taskpane.html the pane: may not load Microsoft's library: default-src lacks https://appsforoffice.microsoft.com. Add it."],
  ['a page that leads to a sign-in', { '/taskpane.html': { status: 302, headers: { location: '/login' } } }, '/taskpane.html the pane: leads elsewhere (302, /login). Serve it here.'],
  ['an allowed list of another host', { [WELL_KNOWN_PATH]: { text: JSON.stringify(wellKnownFile('https://old.example')) } }, `${WELL_KNOWN_PATH} what lets Outlook for Windows fetch the policy: does not allow ${HOST}/launchevent.js. Upload the file that was written for this host.`],
  ['an allowed list that is a page', { [WELL_KNOWN_PATH]: { text: '<html>' } }, `${WELL_KNOWN_PATH} what lets Outlook for Windows fetch the policy: is not JSON. Upload the file that was written for this host.`],
  ['one address without an answer', { '/taskpane.html': failed('ECONNRESET') }, '/taskpane.html the pane: no answer, because it hung up (ECONNRESET). Look at the web server’s log, and at proxies and firewalls between.'],
  ['the first address without an answer', { '/launchevent.js': failed('ECONNRESET') }, '/launchevent.js the script that answers a send: no answer, because it hung up (ECONNRESET). Look at the web server’s log, and at proxies and firewalls between.'],
])('%s', async (_name, changes, sentence) => {
  expect(await wrong(hostWith(changes))).toEqual([sentence]);
});

describe('files that came otherwise than they were made', () => {
  const texts = rightTexts(HOST, SETTINGS);
  const CHANGED = 'is not the file of this version: it was changed on its way, or an old copy is kept. Upload it again. Where it is right on the web server, look for what stands between, such as a proxy that rewrites scripts, and let it leave this host alone.';

  test.each(['/launchevent.js', '/launchevent.html', '/taskpane.html', '/diagnosis.html', ...PAGE_SCRIPTS.filter((path) => path !== '/site.js')])('%s that a proxy wrote into is told', async (path) => {
    const written = (texts[path] ?? '').replace(/(<script|void HEED|")/, '/* looked at by a proxy */$1') || '/* looked at by a proxy */';
    expect(await wrong(hostWith({ [path]: { text: written } }))).toEqual([`${path} ${CHANGED}`]);
    // And nowhere called right.
    expect((await checkSite(HOST, hostWith({ [path]: { text: written } }))).filter(({ address }) => address === `${HOST}${path}`)).toHaveLength(1);
  });

  test('another policy in the last line changes nothing, nor do line ends of Windows', async () => {
    const signed = { ...SETTINGS, written: '2026-02-02T00:00:00Z' };
    expect(await wrong(hostWith({ '/launchevent.js': { text: aroundScript('void HEED_SITE;', signed, BUILD) }, '/site.js': { text: rightTexts(HOST, signed)['/site.js'] ?? '' } }))).toEqual([]);
    expect(await wrong(hostWith({ '/launchevent.html': { text: (texts['/launchevent.html'] ?? '').replaceAll('\n', '\r\n') } }))).toEqual([]);
  });

  test('a list of another version, or that is none, is told as that one thing', async () => {
    expect(await wrong(hostWith({ '/sums.json': { text: rightSums(texts, '0.0.9-def') } }))).toEqual(['/sums.json is of another version (0.0.9-def) than launchevent.js (0.1.0-abc). Upload the whole site folder of the archive.']);
    expect(await wrong(hostWith({ '/sums.json': { text: '<html>' } }))).toEqual(['/sums.json is not what Heed wrote, so nobody can tell whether the other files are. Upload it again from the archive’s site folder.']);
  });

  test('a site without a list is no problem, and what that means is said', async () => {
    const findings = await checkSite(HOST, hostWith({ '/sums.json': { status: 404 } }));
    expect(findings.filter(({ isProblem }) => isProblem)).toEqual([]);
    expect(findings.find(({ address }) => address.endsWith('/sums.json'))?.message).toBe('the list of what each file has to be: there is none, so nobody can tell whether a file was changed on its way. It is in the archive’s site folder.');
  });

  test('where nothing can be reckoned, that is said', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto') as PropertyDescriptor;
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
    try {
      expect(await checkSite(HOST, hostWith())).toContainEqual({ address: `${HOST}/sums.json`, isProblem: false, message: 'the files were not held against it, because this page came without https.' });
    } finally {
      Object.defineProperty(globalThis, 'crypto', own);
    }
  });

  test('the list that a release has is the one that is looked for', async () => {
    const lasting = Object.fromEntries(Object.entries(texts).filter(([path]) => /\.(?:js|html)$/.test(path) && path !== '/site.js'));
    expect(JSON.parse(await sumsFile(BUILD, lasting))).toEqual(JSON.parse(rightSums(texts)));
  });
});

test.each([
  [302, 'leads on (302)'],
  [403, 'answers 403'],
  [404, 'answers 404'],
])('a bare address that answers %d is told, and it is no problem', async (status, told) => {
  const findings = await checkSite(HOST, hostWith({ '/': { status } }));
  expect(findings.filter(({ isProblem }) => isProblem)).toEqual([]);
  expect(findings.find(({ address }) => address === `${HOST}/`)?.message).toBe(
    `what a person sees who opens the address: ${told}. Outlook never asks for it. To show a page there, upload index.html from the archive’s site folder.`,
  );
});

test('a host without a policy of its own is told so, and it is no problem', async () => {
  const findings = await checkSite(HOST, hostWith({ '/policy.json': { status: 404 } }));
  expect(findings.find(({ address }) => address.endsWith('/policy.json'))).toEqual({
    address: `${HOST}/policy.json`,
    isProblem: false,
    message: 'the hosted policy: there is none, so the policy built into the add-in is in force.',
  });
});

test.each<[string, Answer | Error, string]>([
  ['a name that is not known', failed('ENOTFOUND'), 'no answer, because no name server knows its name (ENOTFOUND). Check the spelling, and that the name is in your DNS.'],
  ['a port that nobody listens on', failed('ECONNREFUSED'), 'no answer, because nothing listens there (ECONNREFUSED). Start the web server, bind it to this port, and let the firewall pass it.'],
  ['http alone', failed('ERR_SSL_WRONG_VERSION_NUMBER'), 'no answer, because what answers there does not speak https (ERR_SSL_WRONG_VERSION_NUMBER). Give the site an https binding with a certificate.'],
  ['a certificate of its own', failed('DEPTH_ZERO_SELF_SIGNED_CERT'), 'no answer, because this computer does not trust its certificate (DEPTH_ZERO_SELF_SIGNED_CERT). Get one that your staff’s computers trust. Where it comes from your own authority, set NODE_EXTRA_CA_CERTS to the authority’s file.'],
  ['a chain that was not sent', failed('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'no answer, because its certificate came without the one that issued it, or this computer does not know who did (UNABLE_TO_VERIFY_LEAF_SIGNATURE). Put the whole chain on the web server. Where your own authority issued it, set NODE_EXTRA_CA_CERTS to the authority’s file.'],
  ['an old certificate', failed('CERT_HAS_EXPIRED'), 'no answer, because its certificate has expired (CERT_HAS_EXPIRED). Put a new one on the web server.'],
  ['a certificate for another name', failed('ERR_TLS_CERT_ALTNAME_INVALID'), 'no answer, because its certificate is for another name (ERR_TLS_CERT_ALTNAME_INVALID). Get one for this host.'],
  ['no answer in time', Object.assign(new Error('The operation was aborted due to timeout'), { name: 'TimeoutError' }), 'no answer, because it took too long (TimeoutError). Check the web server and the firewall between.'],
  ['a browser’s failure', new TypeError('Failed to fetch'), 'no answer, because the request failed (Failed to fetch). Check the address, the name server, the certificate and the firewall.'],
  ['files that break off', { text: failed('UND_ERR_SOCKET') }, 'every file breaks off before its end, because it hung up (UND_ERR_SOCKET). Look at the web server’s log, and at proxies and firewalls between.'],
  ['a log-in', { status: 401 }, 'every file may not be read by everybody (401). Let the web server hand it out without a log-in.'],
  ['an empty host', { status: 404 }, 'every file answers 404 instead of 200. Upload the files of the archive’s site folder.'],
])('a host that is wrong throughout is one problem: %s', async (_name, change, message) => {
  let asked = 0;
  const host = hostWith({ '*': change });
  const findings = await checkSite(HOST, (address) => {
    asked += 1;
    return host(address);
  });
  expect(findings).toEqual([{ address: HOST, isProblem: true, message }]);
  if (change instanceof Error) expect(asked).toBe(2);
});

test('a file that was answered is read to its end, whatever the answer: one left unread holds the connection', async () => {
  const read = new Set<string>();
  const host = hostWith({ '/assets/icon-16.png': { status: 500 } });
  await checkSite(HOST, async (address) => {
    const answer = await host(address);
    return { ...answer, headers: answer.headers, text: () => (read.add(address.slice(HOST.length)), answer.text()) };
  });
  expect([...read].sort()).toEqual([...SERVED.map(({ path }) => path), ...PAGE_SCRIPTS].sort());
});

describe('the page where staff find help', () => {
  const ofSupport = async (support: string, status: number): Promise<readonly (readonly [boolean, string])[]> => {
    const host = hostWith();
    const ask: SiteFetch = (address) => (address === support ? Promise.resolve({ status, headers: new Headers(), text: () => Promise.resolve('') }) : host(address));
    return (await checkSite(HOST, ask, addressesOf({ host: HOST, support }))).filter(({ address }) => address === support).map(({ isProblem, message }) => [isProblem, message] as const);
  };

  test.each([200, 302, 401, 403])('elsewhere has only to be there, and may ask who is reading: %d', async (status) => {
    expect(await ofSupport('https://it.laat.example/help', status)).toEqual([[false, 'the support page: it is there.']]);
  });

  test.each(['https://it.laat.example/help', `${HOST}/help.html`])('is wrong where it is gone: %s', async (support) => {
    expect(await ofSupport(support, 404)).toEqual([[true, 'the support page: answers 404 instead of 200. Write the address of a page that is there.']]);
  });

  test('that is a page of Heed is asked for once', () => {
    expect(addressesOf({ host: HOST, support: `${HOST}/diagnosis.html` })).toEqual(SERVED);
  });
});
