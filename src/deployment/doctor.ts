import { isUnreadable } from '../domain';
import type { PolicyAtASend, SiteSettings } from '../domain';
import { readHosted } from '../hosted';
import { asWritten, withoutMark } from './as-written';
import { clockProblem, signedAheadProblem } from './clocks';
import { checkSite } from './site-check';
import type { SiteFetch, SiteFinding } from './site-check';
import { buildIn, siteIn } from './site-scripts';
import { deploymentInShort } from './who-is-in';

/** What a host serves, in short. Null where it cannot be told. */
export interface SiteFacts {
  readonly build: string | null;
  readonly origin: string | null;
  /** The policy built into the add-in, as `LAAT V1, number 3, warn`. */
  readonly builtIn: string | null;
  /** The policy that clients fetch. */
  readonly hosted: string | null;
}

export interface Diagnosis {
  readonly facts: SiteFacts;
  readonly findings: readonly SiteFinding[];
}

/** The same, and the texts that were handed out, by address; and what the host's clock said last. */
function remembering(ask: SiteFetch): { readonly ask: SiteFetch; readonly texts: ReadonlyMap<string, string>; date(): string | null } {
  const texts = new Map<string, string>();
  let date: string | null = null;
  const remembered: SiteFetch = async (address) => {
    const answer = await ask(address);
    date = answer.headers.get('date') ?? date;
    const text = async (): Promise<string> => {
      const whole = await answer.text();
      if (answer.status === 200) texts.set(address, withoutMark(whole));
      return whole;
    };
    return { status: answer.status, headers: answer.headers, text };
  };
  return { ask: remembered, texts, date: () => date };
}

function described({ policy, deployment }: Pick<SiteSettings<PolicyAtASend>, 'policy' | 'deployment'>): string {
  const name = `${policy.name} ${policy.version}`;
  if (deployment === null) return `${name}, never signed`;
  return `${name}, ${deploymentInShort(deployment, true)}`;
}

/** Whether the hosted policy is one that the add-in on the same host would take up. */
function policyFindings(host: string, site: SiteSettings<PolicyAtASend>, text: string | null, signature: string | null, now: number): { readonly hosted: string | null; readonly findings: readonly SiteFinding[] } {
  const address = `${host}/policy.json`;
  const problem = (message: string): { readonly hosted: null; readonly findings: readonly SiteFinding[] } => ({ hosted: null, findings: [{ address, isProblem: true, message }] });
  if (text === null) return site.key === null ? { hosted: null, findings: [] } : problem('the add-in expects a hosted policy, and there is none. Upload policy.json and policy.json.sig.');
  if (site.key === null) return problem('there is a hosted policy, but the add-in has no key to verify it with, so nobody takes it up. Sign it into the site folder (publish.html, or heed policy sign) and upload all the files it names.');
  if (signature === null) return problem('clients refuse it, because its signature is not there. Upload policy.json and policy.json.sig together.');
  const read = readHosted(text, signature, site.key, site.deployment?.serial ?? 0);
  if (isUnreadable(read) && !isUnreadable(readHosted(asWritten(text), signature, site.key, 0))) return problem('clients refuse it, because its line ends were changed on the way. Upload policy.json as it is: by FTP, choose binary and not text.');
  if (isUnreadable(read)) return problem(`clients refuse it, because ${read.unreadable}. Sign it again and upload policy.json and policy.json.sig together.`);
  const own = site.deployment?.serial ?? 0;
  const behind = { address: `${host}/launchevent.js`, isProblem: true, message: `has number ${own} built in, and the hosted policy is number ${read.deployment.serial}: only some of the files were uploaded. Upload launchevent.js and site.js as well.` };
  const ahead = signedAheadProblem(read.deployment, now);
  const early = ahead === null ? [] : [{ address, isProblem: true, message: ahead }];
  return { hosted: described(read), findings: [{ address, isProblem: false, message: 'signed with the key the add-in has, and the latest.' }, ...early, ...(own < read.deployment.serial ? [behind] : [])] };
}

/** Everything that can be told of a host from outside: what it serves, whether Outlook can use it, and which policy is out. */
export async function diagnose(host: string, ask: SiteFetch, clock: () => number = Date.now): Promise<Diagnosis> {
  const asked = remembering(ask);
  const findings = [...(await checkSite(host, asked.ask))];
  const apart = clockProblem(asked.date(), clock());
  if (apart !== null) findings.push({ address: host, isProblem: true, message: apart });
  const textAt = (path: string): string | null => asked.texts.get(`${host}${path}`) ?? null;
  const script = textAt('/launchevent.js') ?? '';
  const [site, build] = [siteIn(script), buildIn(script)];
  if (site === null) return { facts: { build, origin: null, builtIn: null, hosted: null }, findings };
  if (site.origin === null) findings.push({ address: `${host}/launchevent.js`, isProblem: true, message: `the add-in has not been told where it is served, so it fetches no policy. Sign a policy into the site folder (publish.html, or heed policy sign --host ${host}) and upload all the files it names.` });
  else if (site.origin !== host) findings.push({ address: `${host}/launchevent.js`, isProblem: true, message: `the add-in was written for ${site.origin}. Sign the site folder again for ${host} (publish.html, or heed policy sign --host ${host}) and upload all the files it names.` });
  const hosted = policyFindings(host, site, textAt('/policy.json'), textAt('/policy.json.sig'), clock());
  return { facts: { build, origin: site.origin, builtIn: described(site), hosted: hosted.hosted }, findings: [...findings, ...hosted.findings] };
}
