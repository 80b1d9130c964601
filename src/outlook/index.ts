export { PANE_COMMANDS } from './answer';
export type { OutlookEvent } from './answer';
export { buildName, builtInPolicy } from './built-in';
export { announceReady, associate } from './handlers';
export { displayLanguage } from './language';
export { paneHost, paneMemory, whenReady } from './pane-host';
export { sendHandler } from './send';
export type { Checking, CheckTiming } from './send';
export { warmUpHandler } from './warm-up';
