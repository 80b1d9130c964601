import { SERVED, checkSite, pageElsewhere, wellKnownFile, WELL_KNOWN_PATH } from '../../src/deployment';
import type { SiteFetch } from '../../src/deployment';

const HOST = 'https://heed.laat.example';

interface Answer {
  readonly status?: number;
  readonly text?: string;
  readonly headers?: { readonly [name: string]: string };
}

/** A host on which everything is as it should be, but for what is named. */
function hostWith(changes: { readonly [path: string]: Answer | Error } = {}): SiteFetch {
  return (address) => {
    const path = address.slice(HOST.length);
    const served = SERVED.find((each) => each.path === path);
    const change = changes[path] ?? {};
    if (change instanceof Error) return Promise.reject(change);
    const headers = new Headers({
      'content-type': served?.types[0] ?? 'text/html',
      'cache-control': served?.caching === 'fresh' ? 'no-cache' : 'max-age=3600',
      'access-control-allow-origin': '*',
    });
    for (const [name, value] of Object.entries(change.headers ?? {})) {
      if (value === '') headers.delete(name);
      else headers.set(name, value);
    }
    const text = change.text ?? (path === WELL_KNOWN_PATH ? JSON.stringify(wellKnownFile(HOST)) : '');
    return Promise.resolve({ status: change.status ?? 200, headers, text: () => Promise.resolve(text) });
  };
}

const wrong = async (ask: SiteFetch): Promise<readonly string[]> =>
  (await checkSite(HOST, ask)).filter(({ isProblem }) => isProblem).map(({ address, message }) => `${address.slice(HOST.length)} ${message}`);

test('a host as it should be has nothing wrong, address by address', async () => {
  expect(await wrong(hostWith())).toEqual([]);
  expect(await checkSite(HOST, hostWith())).toHaveLength(SERVED.length);
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
  ['a page that leads to a sign-in', { '/taskpane.html': { status: 302, headers: { location: '/login' } } }, '/taskpane.html the pane: leads elsewhere (302, /login). Serve it here.'],
  ['an allowed list of another host', { [WELL_KNOWN_PATH]: { text: JSON.stringify(wellKnownFile('https://old.example')) } }, `${WELL_KNOWN_PATH} what lets Outlook for Windows fetch the policy: does not allow ${HOST}/launchevent.js. Upload the file that was written for this host.`],
  ['an allowed list that is a page', { [WELL_KNOWN_PATH]: { text: '<html>' } }, `${WELL_KNOWN_PATH} what lets Outlook for Windows fetch the policy: is not JSON. Upload the file that was written for this host.`],
  ['one address without an answer', { '/taskpane.html': new Error('fetch failed', { cause: { code: 'ECONNRESET' } }) }, '/taskpane.html the pane: no answer (ECONNRESET). Check the address, the name server, the certificate and the firewall.'],
])('%s', async (_name, changes, sentence) => {
  expect(await wrong(hostWith(changes))).toEqual([sentence]);
});

test('a host without a policy of its own is told so, and it is no problem', async () => {
  const findings = await checkSite(HOST, hostWith({ '/policy.json': { status: 404 } }));
  expect(findings.find(({ address }) => address.endsWith('/policy.json'))).toEqual({
    address: `${HOST}/policy.json`,
    isProblem: false,
    message: 'the hosted policy: there is none, so the policy built into the add-in is in force.',
  });
});

test('a silent host is one problem', async () => {
  const silent: SiteFetch = () => Promise.reject(new Error('fetch failed', { cause: { code: 'ENOTFOUND' } }));
  expect(await checkSite(HOST, silent)).toEqual([{ address: HOST, isProblem: true, message: 'no answer (ENOTFOUND). Check the address, the name server, the certificate and the firewall.' }]);
});

test('a support page elsewhere has only to be there', async () => {
  const ask: SiteFetch = () => Promise.resolve({ status: 410, headers: new Headers(), text: () => Promise.resolve('') });
  expect(await checkSite(HOST, ask, [pageElsewhere('https://it.laat.example/help')])).toEqual([
    { address: 'https://it.laat.example/help', isProblem: true, message: 'the support page: answers 410 instead of 200. Write the address of a page that is there.' },
  ]);
});
