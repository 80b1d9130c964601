import { check } from '../check';
import type { CheckOptions } from '../check';
import type { FurtherReaders } from '../inspectors/further';
import { announceReady, associate, builtInPolicy, buildName, sendHandler, warmUpHandler } from '../outlook';
import type { DraftSource, Policy, Report } from '../domain';

/** What `readers.js` leaves for this file where a page has loaded it before; classic Outlook has no page. */
declare const heedReaders: { readonly build: string; readonly readers: FurtherReaders } | undefined;

const build = buildName();
// One from another build, out of a cache, may not fit.
const readers = typeof heedReaders !== 'undefined' && heedReaders.build === build ? heedReaders.readers : null;

const checking = {
  policy: builtInPolicy(),
  build,
  check: (source: DraftSource, policy: Policy, options: Partial<CheckOptions>): Promise<Report> => check(source, policy, { ...options, readers }),
};

// By the names in the manifest, and while the file loads: classic Outlook runs nothing later.
associate('onMessageSend', sendHandler(checking));
associate('onAppointmentSend', sendHandler(checking));
associate('onMessageAttachmentsChanged', warmUpHandler(checking));
associate('onAppointmentAttachmentsChanged', warmUpHandler(checking));
announceReady();
