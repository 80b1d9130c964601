import { missedLetters } from '../text/single-byte';
import type { Inspection } from '../domain';
import { limitReason } from './budget';
import type { Budget } from './budget';
import { wordReaders } from './at-a-send';
import { leaveToPane } from './further';
import { inspectors } from './index';
import type { Inspecting, InspectionContext, Inspector } from './inspector';
import { programIn } from './programs';
import { NOT_JUDGED, UNKNOWN_KIND } from './sentences';
import { unread } from './unread';

const LEFT_TO_PANE = 'This Outlook cannot read it at a send. Open Heed beside the draft to have it read.';

/** The inspection of a file that no inspector knows; where there are others, they may. */
function unknownFormat(context: InspectionContext): Inspection {
  if (context.budget.readers === null) return unread('unknown', 'unknown', NOT_JUDGED, context.leaveToPane());
  return unread('unknown', 'unknown', UNKNOWN_KIND, 'This kind of file cannot be opened here.');
}

function notOpened(reason: string): Inspection {
  return unread('unknown', 'unknown', 'It was not opened.', reason);
}

/** A file of no bytes says nothing, and holds nothing. */
const EMPTY_FILE: Inspection = { ...unread('empty', 'open', 'The file is empty.', null), content: 'all' };

/** What the whole inspection of one file shares, whatever it holds. */
interface Whole {
  readonly budget: Budget;
  isLeftToPane: boolean;
}

/** `depth` counts what was opened to get here, wrappings without a name of their own included. */
function makeContext(name: string, path: readonly string[], depth: number, whole: Whole): InspectionContext {
  const { budget } = whole;
  const isTooDeep = depth + 1 > budget.maxDepth;
  const within = (innerName: string): InspectionContext | null => (isTooDeep ? null : makeContext(innerName, [...path, innerName], depth + 1, whole));
  return {
    name,
    path,
    budget,
    inspectEntry: (entryName, bytes) => inspectAt(within(entryName), bytes),
    inspectInstead: (bytes) => inspectAt(isTooDeep ? null : makeContext(name, path, depth + 1, whole), bytes),
    within,
    further: (reader) => budget.readers?.[reader] ?? wordReaders[reader] ?? leaveToPane,
    leaveToPane() {
      whole.isLeftToPane = true;
      return LEFT_TO_PANE;
    },
  };
}

/** What the file says, and whether it would run; there is no context where it would lie too deep. */
function* inspectAt(context: InspectionContext | null, bytes: Uint8Array): Inspecting {
  if (context === null) return notOpened(limitReason('depth'));
  const inspection = yield* inspectKnown(context, bytes);
  const what = programIn(bytes);
  return what === null ? inspection : { ...inspection, programs: [{ what, where: '' }, ...(inspection.programs ?? [])] };
}

/** A bug in an inspector is answered as a file that could not be read, the others beside it being read all the same. */
function* inspectKnown(context: InspectionContext, bytes: Uint8Array): Inspecting {
  if (bytes.length === 0) return EMPTY_FILE;
  try {
    const knows = (candidate: Inspector): boolean => candidate.sniff(bytes);
    const inspector = context.budget.readers?.inspectors.find(knows) ?? inspectors.find(knows);
    if (inspector === undefined) return unknownFormat(context);
    yield;
    return yield* inspector.inspect(bytes, context);
  } catch (error) {
    return notOpened(`Reading it failed (${error instanceof Error ? error.message : String(error)}).`);
  }
}

/**
 * Inspects a file with the first inspector that knows its bytes, pausing wherever it may. Segments inside archives carry
 * their entry path. Never throws: a send must not hang on it.
 */
export function* inspectFile(name: string, bytes: Uint8Array, budget: Budget): Inspecting {
  const whole: Whole = { budget, isLeftToPane: false };
  missedLetters();
  const inspection = yield* inspectAt(makeContext(name, [], 0, whole), bytes);
  if (missedLetters()) return { ...inspection, content: inspection.content === 'none' ? 'none' : 'part', contentReason: inspection.contentReason ?? LEFT_TO_PANE, isLeftToPane: true };
  return whole.isLeftToPane ? { ...inspection, isLeftToPane: true } : inspection;
}

/** Runs an inspection to its end without a pause: for the command line and tests. */
export function finish(inspecting: Inspecting): Inspection {
  for (;;) {
    const step = inspecting.next();
    if (step.done === true) return step.value;
  }
}
