import { useEffect, useMemo, useRef, useState } from 'react';
import { hostOf, planPublication, policyServed, readSite, signedFiles, zipOf } from '../../publishing';
import type { Before, Plan, Site, SiteFile } from '../../publishing';
import type { ChoiceProblem } from '../../deployment';
import { ask } from '../ask';
import { saveFile } from '../save-file';
import { AS_IT_IS, asItStands } from './choices';
import type { ChosenKey, ChosenPolicy, Typed } from './choices';
import type { ChosenFolder } from './folder';

/** What the host of the site has answered; `isAsking` until it has. */
interface Served {
  readonly host: string;
  readonly modulus: string;
  readonly isAsking: boolean;
  readonly before: Before | null;
  readonly isSilent: boolean;
}

/** What was signed, and whether it stands in the folder. */
export interface Done {
  readonly plan: Plan;
  readonly files: readonly SiteFile[];
  readonly folder: string;
  readonly isWritten: boolean;
  readonly problem: string;
}

/** Everything that the page knows; nothing of it is kept. */
export interface Publication {
  readonly folder: ChosenFolder | null;
  readonly site: Site | null;
  readonly siteProblem: string;
  readonly key: ChosenKey | null;
  readonly keyProblem: string;
  readonly policy: ChosenPolicy | null;
  readonly typed: Typed;
  /** The other shares as they stand in their box; null until somebody types there. */
  readonly typedShares: string | null;
  readonly served: Served | null;
  /** What is in the folder or on the host, as far as it is known to be right. */
  readonly before: Before | null;
  readonly plan: Plan | null;
  readonly problems: readonly ChoiceProblem[];
  readonly done: Done | null;
  readonly isBusy: boolean;
  takeFolder(folder: ChosenFolder | string): void;
  takeKey(key: ChosenKey | string): void;
  takePolicy(policy: ChosenPolicy): void;
  type(change: Typed, shares?: string): void;
  publish(): void;
  saveZip(): void;
}

const now = (): string => new Date().toISOString();

function saveZip(plan: Plan, files: readonly SiteFile[]): void {
  saveFile(`heed-number-${plan.deployment.serial}.zip`, zipOf(files, Date.parse(plan.deployment.issued)), 'application/zip');
}

/** Asks the host again whenever it, or the key, is another one. */
function useServed(host: string | null, modulus: string | null): Served | null {
  const [served, setServed] = useState<Served | null>(null);
  useEffect(() => {
    if (host === null || modulus === null) return setServed(null);
    let isGone = false;
    setServed({ host, modulus, isAsking: true, before: null, isSilent: false });
    // A host is typed letter by letter.
    const wait = setTimeout(() => {
      void policyServed(host, modulus, ask).then((answer) => {
        if (!isGone) setServed({ host, modulus, isAsking: false, ...answer });
      });
    }, 400);
    return () => {
      isGone = true;
      clearTimeout(wait);
    };
  }, [host, modulus]);
  return served;
}

export function usePublication(): Publication {
  const [folder, setFolder] = useState<ChosenFolder | null>(null);
  const [site, setSite] = useState<Site | null>(null);
  const [siteProblem, setSiteProblem] = useState('');
  const [key, setKey] = useState<ChosenKey | null>(null);
  const [keyProblem, setKeyProblem] = useState('');
  const [policy, setPolicy] = useState<ChosenPolicy | null>(null);
  const [typed, setTyped] = useState<Typed>({});
  const [typedShares, setTypedShares] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [isBusy, setBusy] = useState(false);
  const latest = useRef(0);

  const host = useMemo(() => {
    const chosen = site === null ? null : hostOf(site, typed.host);
    return chosen !== null && 'value' in chosen ? chosen.value : null;
  }, [site, typed.host]);
  const served = useServed(host, key?.key.modulus ?? null);

  const isServed = served !== null && served.before !== null;
  useEffect(() => {
    // A new archive follows what the host serves, unless somebody has chosen another policy.
    if (isServed) setPolicy((chosen) => chosen ?? AS_IT_IS);
  }, [isServed]);

  const { plan, problems } = useMemo((): { readonly plan: Plan | null; readonly problems: readonly ChoiceProblem[] } => {
    if (site === null || key === null || policy === null || policy.problems.length > 0) {
      const chosen = site === null ? null : hostOf(site, typed.host);
      return { plan: null, problems: chosen !== null && 'problem' in chosen ? [{ choice: 'host', message: chosen.problem }] : [] };
    }
    return planPublication({ ...typed, policy: policy.policy }, { site, modulus: key.key.modulus, served, issued: now() });
  }, [site, key, policy, typed, served]);
  const before = useMemo(() => {
    const own = site === null ? null : asItStands(site);
    const theirs = served?.before ?? null;
    return theirs !== null && theirs.deployment.serial > (own?.deployment.serial ?? 0) ? theirs : own;
  }, [site, served]);

  const readAnew = async (from: ChosenFolder): Promise<Site | null> => {
    const turn = (latest.current += 1);
    const read = await readSite(from);
    if (turn !== latest.current) return null;
    setSite(typeof read === 'string' ? null : read);
    setSiteProblem(typeof read === 'string' ? read : '');
    return typeof read === 'string' ? null : read;
  };
  const takeFolder = (taken: ChosenFolder | string): void => {
    setDone(null);
    setFolder(typeof taken === 'string' ? null : taken);
    if (typeof taken === 'string') {
      setSite(null);
      setSiteProblem(taken);
      return;
    }
    readAnew(taken)
      .then((read) => {
        if (read !== null && read.hosted !== null) setPolicy((chosen) => chosen ?? AS_IT_IS);
      })
      .catch((error: unknown) => setSiteProblem(`The folder cannot be read (${String(error)}). Choose it again.`));
  };

  const sign = async (): Promise<void> => {
    if (folder === null || key === null || policy === null) return;
    const present = await readAnew(folder);
    if (present === null) return;
    const planned = planPublication({ ...typed, policy: policy.policy }, { site: present, modulus: key.key.modulus, served, issued: now() });
    if (planned.plan === null) return;
    const files = await signedFiles(planned.plan, present, key.key);
    let problem = '';
    try {
      await folder.write(files);
    } catch (error) {
      problem = `Not everything could be written into ${folder.called()} (${error instanceof Error ? error.message : String(error)}). Save the files as a zip, and unpack it over the folder.`;
    }
    if (!folder.isWritten) saveZip(planned.plan, files);
    setDone({ plan: planned.plan, files, folder: folder.called(), isWritten: folder.isWritten, problem });
    setTyped({});
    setTypedShares(null);
    setPolicy(AS_IT_IS);
    await readAnew(folder);
  };

  return {
    folder,
    site,
    siteProblem,
    key,
    keyProblem,
    policy,
    typed,
    typedShares,
    served,
    before,
    plan,
    problems,
    done,
    isBusy,
    takeFolder,
    takeKey: (taken) => {
      setDone(null);
      setKey(typeof taken === 'string' ? null : taken);
      setKeyProblem(typeof taken === 'string' ? taken : '');
    },
    takePolicy: (taken) => {
      setDone(null);
      setPolicy(taken);
    },
    type: (change, shares) => {
      setDone(null);
      if (shares !== undefined) setTypedShares(shares);
      setTyped((typedBefore) => ({ ...typedBefore, ...change }));
    },
    publish: () => {
      setBusy(true);
      sign()
        .catch((error: unknown) => setSiteProblem(`Nothing was signed (${error instanceof Error ? error.message : String(error)}). Choose the folder again.`))
        .finally(() => setBusy(false));
    },
    saveZip: () => {
      if (done !== null) saveZip(done.plan, done.files);
    },
  };
}
