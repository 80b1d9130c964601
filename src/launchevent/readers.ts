import { allReaders } from '../inspectors/all-readers';
import { buildName } from '../outlook';

// A script of its own, which only `launchevent.html` loads: in a browser a send reads all that the pane does.

export const build = buildName();
export const readers = allReaders;
