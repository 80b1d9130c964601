import type { PatternTable } from '../../domain';
import type { CharacterSet, PatternNode } from './regexp-syntax';

/*
 * A pattern as a flat table: one step a character, whatever the text, so that no pattern can hang a send. A table is
 * made once, when a policy is published, by following all the ways through the pattern at once (subset construction);
 * the one for the text runs forwards and finds where a match ends, a second one runs backwards and finds where it began.
 */

/** The most numbers in each direction's table, and the most characters of both as JSON: 300 KB. */
const MOST_CELLS = 40000;
const LONGEST_TABLE = 300000;
/** The most nodes looked at while a table is made: a second or two, and every pattern a person writes takes a fraction. */
const MOST_VISITS = 10000000;
/** The most nodes of the automaton, after repeats are written out. */
const MOST_NODES = 6000;

interface AutomatonNode {
  readonly set: CharacterSet | null;
  readonly edge: 'start' | 'end' | 'word' | 'not-word' | null;
  readonly next: number[];
}

class TooLarge extends Error {}

const WORD_EDGES: CharacterSet = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];

function mirrored(edge: AutomatonNode['edge']): AutomatonNode['edge'] {
  return edge === 'start' ? 'end' : edge === 'end' ? 'start' : edge;
}

/** The automaton of a tree; backwards, every sequence is read from its end. Node 0 accepts. */
function automatonOf(tree: PatternNode, isBackwards: boolean): { readonly nodes: readonly AutomatonNode[]; readonly start: number } {
  const nodes: AutomatonNode[] = [{ set: null, edge: null, next: [] }];
  const add = (set: AutomatonNode['set'], edge: AutomatonNode['edge'], next: number[]): number => {
    if (nodes.length >= MOST_NODES) throw new TooLarge();
    nodes.push({ set, edge, next });
    return nodes.length - 1;
  };
  // Built from the end: `next` is where the part leads to.
  const build = (node: PatternNode, next: number): number => {
    switch (node.kind) {
      case 'set':
        return add(node.set, null, [next]);
      case 'edge':
        return add(null, isBackwards ? mirrored(node.edge) : node.edge, [next]);
      case 'group':
        return build(node.part, next);
      case 'sequence': {
        const parts = isBackwards ? node.parts : node.parts.slice().reverse();
        return parts.reduce((then, part) => build(part, then), next);
      }
      case 'choice':
        return add(null, null, node.options.map((option) => build(option, next)));
      case 'repeat': {
        let then = next;
        if (node.most === Infinity) {
          const loop = add(null, null, [next]);
          (nodes[loop] as AutomatonNode).next.push(build(node.part, loop));
          then = loop;
        } else {
          for (let i = node.least; i < node.most; i += 1) then = add(null, null, [build(node.part, then), next]);
        }
        for (let i = 0; i < node.least; i += 1) then = build(node.part, then);
        return then;
      }
      default:
        // Look-aheads and back-references are no part of what a table can hold.
        throw new TooLarge();
    }
  };
  return { start: build(tree, 0), nodes };
}

function holds(set: CharacterSet, code: number): boolean {
  return set.some(([first, last]) => code >= first && code <= last);
}

/** Parts the code units into classes that no set of the automaton, nor the edges of words, tells apart. */
function classify(nodes: readonly AutomatonNode[]): { readonly boundaries: readonly number[]; readonly classes: readonly number[]; readonly samples: readonly number[] } {
  const cuts = new Set<number>([0]);
  const sets = nodes.reduce<CharacterSet[]>((all, { set }) => (set === null ? all : all.concat([set])), [WORD_EDGES]);
  for (const set of sets) {
    for (const [first, last] of set) {
      cuts.add(first);
      cuts.add(last + 1);
    }
  }
  const boundaries = Array.from(cuts)
    .filter((cut) => cut <= 0xffff)
    .sort((a, b) => a - b);
  const distinct = Array.from(new Set(sets.map((set) => JSON.stringify(set)))).map((text) => JSON.parse(text) as CharacterSet);
  const known = new Map<string, number>();
  const samples: number[] = [];
  const classes = boundaries.map((code) => {
    const key = distinct.map((set) => (holds(set, code) ? '1' : '0')).join('');
    let kind = known.get(key);
    if (kind === undefined) {
      kind = samples.length;
      known.set(key, kind);
      samples.push(code);
    }
    return kind;
  });
  return { boundaries, classes, samples };
}

const END_OF_TEXT = -1;

/** What stood before a place: nothing, a letter or digit, or another character. */
type Before = 'edge' | 'word' | 'other';

function isWordUnit(code: number): boolean {
  return code !== END_OF_TEXT && holds(WORD_EDGES, code);
}

/** Every node that can be reached without a character, between what stood before and what comes. */
function closure(nodes: readonly AutomatonNode[], from: readonly number[], before: Before, code: number): ReadonlySet<number> {
  const seen = new Set<number>(from);
  const stack = from.slice();
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const { set, edge, next } = nodes[at] as AutomatonNode;
    if (set !== null) continue;
    const isWordEdge = (before === 'word') !== isWordUnit(code);
    const passes = edge === null || (edge === 'start' ? before === 'edge' : edge === 'end' ? code === END_OF_TEXT : edge === 'word' ? isWordEdge : !isWordEdge);
    if (!passes) continue;
    for (const node of next) {
      if (seen.has(node)) continue;
      seen.add(node);
      stack.push(node);
    }
  }
  return seen;
}

/** One direction's table. When it may start anywhere, the start is put in again before every character. */
function tabulate(tree: PatternNode, isBackwards: boolean, classification: ReturnType<typeof classify>): number[] {
  const { nodes, start } = automatonOf(tree, isBackwards);
  const { samples } = classification;
  const width = samples.length + 1;
  const isAnywhere = !isBackwards;
  const states = new Map<string, number>();
  const list: { readonly from: readonly number[]; readonly before: Before }[] = [];
  const stateFor = (from: readonly number[], before: Before): number => {
    if (from.length === 0 && !isAnywhere) return 0;
    const key = `${before}:${from.slice().sort((a, b) => a - b).join(',')}`;
    let state = states.get(key);
    if (state === undefined) {
      list.push({ from, before });
      state = list.length;
      states.set(key, state);
      if ((list.length + 1) * width > MOST_CELLS) throw new TooLarge();
    }
    return state;
  };
  const table: number[] = new Array<number>(width).fill(0);
  // What stands beside the first character matters to edges alone: a state for each case.
  for (const before of ['edge', 'word', 'other'] as const) stateFor([start], before);
  let visits = 0;
  for (let i = 0; i < list.length; i += 1) {
    const { from, before } = list[i] as (typeof list)[number];
    const sources = isAnywhere && !from.includes(start) ? from.concat([start]) : from;
    for (let kind = 0; kind < width; kind += 1) {
      const code = kind === width - 1 ? END_OF_TEXT : (samples[kind] as number);
      const reached = closure(nodes, sources, before, code);
      visits += reached.size;
      if (visits > MOST_VISITS) throw new TooLarge();
      const next = new Set<number>();
      if (code !== END_OF_TEXT) {
        for (const at of Array.from(reached)) {
          const node = nodes[at] as AutomatonNode;
          if (node.set !== null && holds(node.set, code)) next.add(node.next[0] as number);
        }
      }
      const to = code === END_OF_TEXT ? 0 : stateFor(Array.from(next), isWordUnit(code) ? 'word' : 'other');
      table.push(to * 2 + (reached.has(0) ? 1 : 0));
    }
  }
  return table;
}

/** The table of a pattern; null when it would be too large, or has parts that no table can hold. */
export function tableFor(tree: PatternNode): PatternTable | null {
  try {
    const classification = classify(automatonOf(tree, false).nodes);
    const { boundaries, classes, samples } = classification;
    const forwards = tabulate(tree, false, classification);
    const backwards = tabulate(tree, true, classification);
    const table = { boundaries, classes, width: samples.length + 1, forwards, backwards };
    return JSON.stringify(table).length > LONGEST_TABLE ? null : table;
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}
