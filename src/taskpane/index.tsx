import '../ui/no-remote-fonts';
import { createRoot } from 'react-dom/client';
import { check } from '../check';
import { isUnreadable } from '../domain';
import { allReaders } from '../inspectors/all-readers';
import type { DraftSource, Policy, Report } from '../domain';
import { buildName, builtInPolicy, displayLanguage, paneHost, paneMemory, whenReady } from '../outlook';
import { registerHeedIcons, speak, words } from '../ui';
import { Pane } from './pane';

/** Milliseconds that the attachments may take together: somebody is watching, and a count runs. */
const INSPECTION_TIME = 60_000;

/** Checks as a send does, only with more time, and shares with it what was read. */
function checking(policy: Policy, build: string): (source: DraftSource) => Promise<Report> {
  return async (source) => {
    const memory = paneMemory(build, policy);
    const report = await check(source, policy, { inspectionTime: INSPECTION_TIME, remembered: memory.remembered, readers: allReaders });
    await memory.save(report);
    return report;
  };
}

async function start(): Promise<void> {
  await whenReady();
  const place = document.getElementById('root');
  const policy = builtInPolicy();
  if (place === null) return;
  if (isUnreadable(policy)) {
    place.textContent = words.noPolicy(policy.unreadable);
    return;
  }
  document.documentElement.lang = speak(displayLanguage(), policy.languages).tag;
  registerHeedIcons();
  const name = buildName();
  // `0.1.0-3f2a9c1e`: the version, and what the sources were.
  const [version = name, build = ''] = name.split('-');
  createRoot(place).render(
    <Pane host={paneHost()} policy={policy} check={checking(policy, name)} clock={() => Date.now()} version={version} build={build} />,
  );
}

void start();
