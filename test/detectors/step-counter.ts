import { parsePattern } from '../../src/detectors/own/regexp-syntax';
import type { PatternNode } from '../../src/detectors/own/regexp-syntax';

/*
 * Counts the work of a run in steps, so that growth can be compared without a clock: every character that a backtracking
 * matcher would look at for every RegExp that runs, and every character that a string method touches.
 */

type Rest = (at: number) => boolean;

interface Matching {
  readonly text: string;
  readonly isMultiline: boolean;
  readonly captures: (readonly [number, number] | undefined)[];
  steps: number;
}

const isWord = (text: string, at: number): boolean => /\w/.test(text.charAt(at));

function fits(node: PatternNode & { kind: 'set' }, code: number): boolean {
  return node.set.some(([first, last]) => code >= first && code <= last);
}

/** One attempt of a backtracking matcher; the order of tries is that of the language. */
function attempt(matching: Matching, node: PatternNode, at: number, rest: Rest): boolean {
  const { text } = matching;
  matching.steps += 1;
  switch (node.kind) {
    case 'set':
      return at < text.length && fits(node, text.charCodeAt(at)) && rest(at + 1);
    case 'sequence': {
      const next = (i: number, from: number): boolean =>
        i === node.parts.length ? rest(from) : attempt(matching, node.parts[i] as PatternNode, from, (to) => next(i + 1, to));
      return next(0, at);
    }
    case 'choice':
      return node.options.some((option) => attempt(matching, option, at, rest));
    case 'group':
      return attempt(matching, node.part, at, (to) => {
        const before = matching.captures[node.number];
        matching.captures[node.number] = [at, to];
        if (rest(to)) return true;
        matching.captures[node.number] = before;
        return false;
      });
    case 'edge': {
      const isStart = at === 0 || (matching.isMultiline && text.charAt(at - 1) === '\n');
      const isEnd = at === text.length || (matching.isMultiline && text.charAt(at) === '\n');
      const isWordEdge = isWord(text, at - 1) !== isWord(text, at);
      const holds = node.edge === 'start' ? isStart : node.edge === 'end' ? isEnd : (node.edge === 'word') === isWordEdge;
      return holds && rest(at);
    }
    case 'look':
      return attempt(matching, node.part, at, () => true) !== node.isNegated && rest(at);
    case 'back': {
      const [start, end] = matching.captures[node.number] || [0, 0];
      const wanted = text.slice(start, end);
      return text.startsWith(wanted, at) && rest(at + wanted.length);
    }
    case 'repeat':
      return node.part.kind === 'set' ? repeatSet(matching, node, node.part, at, rest) : repeatPart(matching, node, at, 0, rest);
  }
}

/** Without recursion: a run of characters may be as long as the text. */
function repeatSet(matching: Matching, node: PatternNode & { kind: 'repeat' }, set: PatternNode & { kind: 'set' }, at: number, rest: Rest): boolean {
  const { text } = matching;
  let count = 0;
  const mayTake = (): boolean => {
    matching.steps += 1;
    return count < node.most && at + count < text.length && fits(set, text.charCodeAt(at + count));
  };
  if (node.isLazy) {
    for (;;) {
      if (count >= node.least && rest(at + count)) return true;
      if (!mayTake()) return false;
      count += 1;
    }
  }
  while (mayTake()) count += 1;
  for (; count >= node.least; count -= 1) {
    matching.steps += 1;
    if (rest(at + count)) return true;
  }
  return false;
}

function repeatPart(matching: Matching, node: PatternNode & { kind: 'repeat' }, at: number, count: number, rest: Rest): boolean {
  const more = (): boolean =>
    count < node.most && attempt(matching, node.part, at, (to) => (to === at && count >= node.least ? false : repeatPart(matching, node, to, count + 1, rest)));
  const enough = (): boolean => count >= node.least && rest(at);
  return node.isLazy ? enough() || more() : more() || enough();
}

const trees = new Map<string, PatternNode>();

function treeOf(pattern: RegExp): PatternNode {
  const key = `${pattern.flags}/${pattern.source}`;
  let tree = trees.get(key);
  if (tree === undefined) {
    const parsed = parsePattern(pattern.source, pattern.flags);
    if ('problem' in parsed) throw new Error(`${pattern.source}: ${parsed.problem}`);
    tree = parsed.tree;
    trees.set(key, tree);
  }
  return tree;
}

/** The steps of one run of a RegExp, which gave `match`. Every place up to the match is tried. */
function stepsOf(pattern: RegExp, text: string, from: number, match: RegExpExecArray | null): number {
  const matching: Matching = { text, isMultiline: pattern.multiline, captures: [], steps: 0 };
  const tree = treeOf(pattern);
  const last = pattern.sticky ? from : match === null ? text.length : match.index;
  for (let at = from; at <= last; at += 1) {
    const isFound = attempt(matching, tree, at, () => true);
    if (isFound !== (match !== null && at === match.index)) throw new Error(`The counter and the engine differ on ${pattern.source} at ${at}.`);
  }
  return matching.steps;
}

/** Runs something and counts its steps; throws when they come to more than `most`, as they do where a loop does not end. */
export function countSteps(run: () => void, most = Infinity): number {
  let steps = 0;
  let isCounting = false;
  const nativeExec = RegExp.prototype.exec;
  const methods = ['slice', 'indexOf', 'lastIndexOf', 'split', 'includes', 'toLowerCase', 'trim'] as const;
  const natives = methods.map((name) => String.prototype[name]);
  RegExp.prototype.exec = function exec(this: RegExp, text: string): RegExpExecArray | null {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = nativeExec.call(this, text);
    if (isCounting) {
      isCounting = false;
      steps += stepsOf(this, String(text), from, match);
      isCounting = true;
      if (steps > most) throw new Error(`More than ${most} steps.`);
    }
    return match;
  };
  methods.forEach((name, i) => {
    const native = natives[i] as (...values: unknown[]) => unknown;
    (String.prototype as unknown as { [name: string]: unknown })[name] = function counted(this: string, ...values: unknown[]): unknown {
      const result = native.apply(this, values);
      if (isCounting) {
        if (name === 'slice') steps += (result as string).length;
        else if (name === 'indexOf') steps += ((result as number) < 0 ? this.length : (result as number)) - (Number(values[1]) || 0);
        else if (name === 'lastIndexOf') steps += (values[1] === undefined ? this.length : Number(values[1])) - (result as number);
        else steps += this.length;
      }
      return result;
    };
  });
  try {
    isCounting = true;
    run();
    return steps;
  } finally {
    isCounting = false;
    RegExp.prototype.exec = nativeExec;
    methods.forEach((name, i) => {
      (String.prototype as unknown as { [name: string]: unknown })[name] = natives[i];
    });
  }
}
