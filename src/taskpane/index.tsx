import '../ui/no-remote-fonts';
import { createRoot } from 'react-dom/client';
import { isUnreadable } from '../domain';
import { buildName, displayLanguage, paneHost, policyStore, siteSettings, whenReady } from '../outlook';
import { registerHeedIcons, speak, words } from '../ui';
import { FollowedPane } from './followed-pane';

async function start(): Promise<void> {
  await whenReady();
  const place = document.getElementById('root');
  const site = siteSettings();
  if (place === null) return;
  if (isUnreadable(site)) {
    place.textContent = words.noPolicy(site.unreadable);
    return;
  }
  document.documentElement.lang = speak(displayLanguage(), site.policy.languages).tag;
  registerHeedIcons();
  createRoot(place).render(<FollowedPane host={paneHost()} following={{ site, store: policyStore, clock: () => Date.now() }} build={buildName()} />);
}

void start();
