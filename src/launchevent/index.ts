import { check } from '../check';
import type { CheckOptions } from '../check';
import { isUnreadable } from '../domain';
import type { DraftSource, PolicyAtASend, Report, SiteSettings, Unreadable } from '../domain';
import { policyForDraft } from '../hosted';
import type { FurtherReaders } from '../inspectors/further';
import { announceReady, associate, buildName, policyStore, sendHandler, siteSettings, warmUpHandler } from '../outlook';
import type { Checking } from '../outlook';

/** What `readers.js` leaves for this file where a page has loaded it before; classic Outlook has no page. */
declare const heedReaders: { readonly build: string; readonly readers: FurtherReaders } | undefined;

const build = buildName();
// One from another build, out of a cache, may not fit.
const readers = typeof heedReaders !== 'undefined' && heedReaders.build === build ? heedReaders.readers : null;
const checkDraft = (source: DraftSource, policy: PolicyAtASend, options: Partial<CheckOptions>): Promise<Report> => check(source, policy, { ...options, readers });

// Of the policy this script has what `policyAtASend` leaves.
const site: SiteSettings<PolicyAtASend> | Unreadable = siteSettings();
const checking: Checking = isUnreadable(site)
  ? { policy: site, deployment: null, build, check: checkDraft }
  : {
      policy: site.policy,
      deployment: site.deployment,
      inForce: (source, patience) => policyForDraft({ site, store: policyStore, clock: () => Date.now() }, source, patience),
      build,
      check: checkDraft,
    };

// By the names in the manifest, and while the file loads: classic Outlook runs nothing later.
associate('onMessageSend', sendHandler(checking));
associate('onAppointmentSend', sendHandler(checking));
associate('onMessageAttachmentsChanged', warmUpHandler(checking));
associate('onAppointmentAttachmentsChanged', warmUpHandler(checking));
announceReady();
