import { EMERGENCY_REASON } from '../domain';
import type { Attachment, Report, Verdict } from '../domain';
import { words } from '../ui/words';
import type { Reading } from '../ui';
import type { Contact } from './contacts';
import type { Justification } from './host';

/** A check's report, and what is needed to show it. */
export interface Result {
  readonly report: Report;
  /** Of the draft the report was made of; null when it cannot be told, so that nothing may be bound to it. */
  readonly fingerprint: string | null;
  /** So that a fix can name what it acts on. */
  readonly attachments: readonly Attachment[];
  readonly contacts: readonly Contact[];
  /** True when Outlook names nobody it goes to: who reads it is then not known. */
  readonly isToNobody: boolean;
}

/** Password-protected copies that were just attached, all with one password, while it is shown. Never stored. */
export interface ProtectedCopy {
  readonly zips: readonly string[];
  readonly password: string;
}

export interface Message {
  readonly kind: 'done' | 'failed' | 'changed';
  readonly text: string;
}

export interface PaneState {
  readonly phase: 'checking' | 'ready' | 'failed';
  readonly reading: Reading | null;
  readonly result: Result | null;
  /** True while a fix is being made: one at a time. */
  readonly isChanging: boolean;
  readonly message: Message | null;
  readonly copy: ProtectedCopy | null;
  /** The reason in force for the draft as it is. */
  readonly justification: Justification | null;
  /** What is said to those who cannot see it appear; `turn` counts what was said. */
  readonly said: { readonly text: string; readonly turn: number };
  /** Where the focus is to go; `turn` counts the moves, so that a place can be gone to twice. */
  readonly focus: { readonly on: 'heading' | 'message' | 'copy' | 'fix'; readonly turn: number };
}

export type PaneAction =
  | { readonly do: 'begin-check' }
  | { readonly do: 'read'; readonly reading: Reading }
  | { readonly do: 'show'; readonly result: Result; readonly justification: Justification | null; /** True when the dialog's button opened the pane. */ readonly isAsked?: boolean }
  | { readonly do: 'fail' }
  | { readonly do: 'begin-change' }
  | { readonly do: 'changed'; readonly text: string; readonly copy?: ProtectedCopy }
  | { readonly do: 'not-changed'; readonly text: string }
  | { readonly do: 'draft-changed'; /** True when a reason was pressed that is not for the draft as it is now. */ readonly isReasonRefused?: boolean }
  | { readonly do: 'justified'; readonly justification: Justification }
  | { readonly do: 'hide-password' }
  | { readonly do: 'say'; readonly text: string };

export const INITIAL_STATE: PaneState = {
  phase: 'checking',
  reading: null,
  result: null,
  isChanging: false,
  message: null,
  copy: null,
  justification: null,
  said: { text: '', turn: 0 },
  focus: { on: 'heading', turn: 0 },
};

function saying(state: PaneState, text: string): PaneState['said'] {
  return { text, turn: state.said.turn + 1 };
}

function moving(state: PaneState, on: PaneState['focus']['on']): PaneState['focus'] {
  return { on, turn: state.focus.turn + 1 };
}

/** True where a reason lets the draft go: nothing answers a block. */
export function mayBeAnswered(verdict: Verdict): boolean {
  return verdict === 'warn' || verdict === 'justify';
}

/** A warning asks for no reason, but a child at risk lets it go at once. */
function isAnswerTo({ code }: Justification, verdict: Verdict): boolean {
  return verdict === 'justify' || (verdict === 'warn' && code === EMERGENCY_REASON);
}

/** The heading of the pane: what matters most, as one line. */
export function headline(state: PaneState): string {
  if (state.phase === 'failed') return words.failed;
  const { result } = state;
  if (state.phase === 'checking' || result === null) return words.checking;
  const { report } = result;
  if (report.findings.length === 0 && report.unchecked.length > 0) return words.headlineUnchecked;
  if (mayBeAnswered(report.verdict) && state.justification !== null) return words.headlineJustified;
  return report.verdict === 'allow' ? words.nothing : words.headline(report.verdict, report.findings.length);
}

/** What is said after a check: what was done before it, and how things stand now. */
function outcome(before: PaneState, after: PaneState): string {
  const done = before.message === null ? '' : `${before.message.text} `;
  return `${done}${headline(after)}.`;
}

/** Everything that can happen to the pane. Knows nothing of Outlook, and nothing of how a thing is done. */
export function reduce(state: PaneState, action: PaneAction): PaneState {
  switch (action.do) {
    case 'begin-check':
      return { ...state, phase: 'checking', reading: null, message: null, justification: null, said: saying(state, words.checking) };
    case 'read':
      return { ...state, reading: action.reading };
    case 'show': {
      const { fingerprint, report } = action.result;
      const given = action.justification;
      const holds = given !== null && given.fingerprint === fingerprint && isAnswerTo(given, report.verdict);
      const after: PaneState = {
        ...state,
        phase: 'ready',
        reading: null,
        result: action.result,
        isChanging: false,
        justification: holds ? given : null,
        focus: action.isAsked === true ? moving(state, 'fix') : state.focus,
      };
      // A second look that finds the same says nothing.
      const isNews = state.phase !== 'ready' || state.message !== null || headline(after) !== headline(state);
      return isNews ? { ...after, said: saying(state, outcome(state, after)) } : after;
    }
    case 'fail':
      return { ...state, phase: 'failed', reading: null, isChanging: false, said: saying(state, `${words.failed}. ${words.failedDetail}`) };
    case 'begin-change':
      return { ...state, isChanging: true, message: null, said: saying(state, words.working) };
    case 'changed':
      return {
        ...state,
        phase: 'checking',
        reading: null,
        // A reason was given for the draft as it was.
        justification: null,
        message: { kind: 'done', text: action.text },
        copy: action.copy ?? state.copy,
        focus: moving(state, action.copy === undefined ? 'heading' : 'copy'),
      };
    case 'not-changed':
      return {
        ...state,
        isChanging: false,
        message: { kind: 'failed', text: action.text },
        said: saying(state, action.text),
        focus: moving(state, 'message'),
      };
    case 'draft-changed': {
      const isRefused = action.isReasonRefused === true;
      const text = isRefused ? words.reasonNotKept : state.justification === null ? words.draftChanged : words.reasonVoid;
      const focus = isRefused ? moving(state, 'message') : state.focus;
      return { ...state, justification: null, isChanging: false, message: { kind: 'changed', text }, focus };
    }
    case 'justified': {
      const after: PaneState = { ...state, isChanging: false, justification: action.justification, message: null, focus: moving(state, 'heading') };
      return { ...after, said: saying(state, `${headline(after)}. ${words.reasonGivenDetail}`) };
    }
    case 'hide-password':
      return { ...state, copy: null, said: saying(state, words.passwordHidden), focus: moving(state, 'heading') };
    case 'say':
      return { ...state, said: saying(state, action.text) };
  }
}
