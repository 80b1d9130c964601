import type { AcceptedProtection, Detection } from './detection';
import type { Draft, DraftKind, Part } from './draft';
import type { Finding } from './finding';
import type { Organisation, School, SenderAudience } from './organisation';
import type { Severity } from './severity';

/**
 * The words the sender sees about one finding. `{name}` stands for a value; `{count: # pupil | # pupils}` picks the form
 * that fits the number. `{anyway}`, or `{Anyway}` at the start of a sentence, is filled by the engine: how to go on, which
 * the severity decides (“choose Send Anyway”).
 */
export interface Tip {
  /** What was seen, as one or two sentences. */
  readonly saw: string;
  /**
   * What to do now. Begun in lower case it follows "Do now: "; begun with a capital it is a sentence of its own. Null when
   * there is nothing to do.
   */
  readonly advice: string | null;
  /** One sentence for when a more severe finding leads the dialog; null when it needs no mention then. */
  readonly brief: string | null;
  /** What this finding is called, where the rule's own title would say too much or too little. */
  readonly title?: string;
  /** The note in the compose window, at most 150 characters when filled; `saw` when left out. */
  readonly note?: string;
  /** The words on the dialog's button when this finding leads it, at most 20 characters when filled. */
  readonly button?: string;
}

/** Any schema library that follows the Standard Schema convention; the rules use valibot. */
export interface OptionSchema<Output> {
  readonly '~standard': { readonly version: 1; readonly vendor: string; readonly types?: { readonly output: Output } | undefined };
}

/** What a rule may know of the organisation, beside the draft and its own options. */
export type RuleContext = {
  readonly organisation: Organisation;
  readonly detection: Detection;
  readonly protection: AcceptedProtection;
  /** How much of what was found a finding lists. */
  readonly evidence: { readonly maxItems: number };
  /** The sender's school; null when none is known. */
  readonly school: School | null;
  /** Where the sender stands in the organisation. */
  readonly audience: SenderAudience;
};

export type Weight = 'serious' | 'nuisance';

export interface Rule<Needs extends Part, Wants extends Part, Situation extends string, Options> {
  /** A noun phrase in the failing state that completes "allow ___"; also the file name and the key in packs. */
  readonly id: string;
  readonly title: string;
  /** Why it matters, in one sentence for the person who reads the docs. */
  readonly why: string;
  readonly tips: { readonly [tip: string]: Tip };
  /** The longest each value in a tip may be, in characters; texts are shortened to it. */
  readonly allowances: { readonly [name: string]: number };
  readonly situations: { readonly [S in Situation]: Severity };
  readonly appliesTo: readonly DraftKind[];
  /** Parts without which the rule cannot run: it is then listed as unchecked. */
  readonly needs: readonly Needs[];
  /** Parts that sharpen the answer; left out when unreadable. */
  readonly wants: readonly Wants[];
  /** Of those it wants, the parts it searches for what it finds: without one it runs, and the part is listed as unchecked. */
  readonly searches?: readonly Wants[];
  readonly options: OptionSchema<Options>;
  readonly formerly?: readonly string[];
  /** How its dialogs count against tiring people: `serious` ones always show, `nuisance` ones less often; left out, as any. */
  readonly weight?: Weight;
  /** Situations that are no more than personal use: where the policy permits it, no pack makes more than a note of them. */
  readonly personalUse?: readonly Situation[];
  check(draft: Pick<Draft, Needs> & Partial<Pick<Draft, Wants>>, options: Options, context: RuleContext): readonly Finding<Situation>[];
}

/** A rule whose types have been forgotten, as the engine sees it. */
export interface AnyRule extends Omit<Rule<Part, Part, string, unknown>, 'check'> {
  check(draft: Partial<Draft>, options: unknown, context: RuleContext): readonly Finding[];
}

/** What a send reads of a rule. The build leaves the rest out of the file that answers a send (`.config/rules-at-a-send.cjs`). */
export type RuleAtASend = Omit<AnyRule, 'why' | 'situations' | 'options' | 'formerly' | 'personalUse'>;

export function defineRule<Needs extends Part, Wants extends Part, Situation extends string, Options>(
  rule: Rule<Needs, Wants, Situation, Options>,
): AnyRule & { readonly situations: Rule<Needs, Wants, Situation, Options>['situations'] } {
  return rule;
}
