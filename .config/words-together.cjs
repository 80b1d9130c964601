'use strict';
/*
 * Moves what a script has written out (words, patterns, numbers) above the code that uses it, like beside like. Gzip compares
 * with the last 32 KB alone and has one code for what stands together, so words pack better among words than among code. What
 * is moved is made of literals alone, and of texts that were moved before it: made earlier, it is the same.
 */
const { parse } = require('acorn');

/** Every node of a tree, outer ones first. */
function* nodesIn(node) {
  if (typeof node.type === 'string') yield node;
  for (const child of Object.values(node)) if (child !== null && typeof child === 'object') yield* nodesIn(child);
}

/** The function that holds the whole bundle. */
function bundleIn(tree) {
  const bodies = [...nodesIn(tree)].filter(({ type, body }) => /Function/.test(type) && body.type === 'BlockStatement').map(({ body }) => body.body);
  return bodies.reduce((longest, body) => (body.length > longest.length ? body : longest));
}

const MAKES_NEW = new Set(['RegExp', 'Set', 'Map']);
const LEAVES_AS_IT_IS = new Set(['split', 'join', 'concat']);

/** True for an expression that may be made at any time: `isKnown` says of which names that is so. */
function isWritten(node, isKnown) {
  const all = (nodes) => nodes.every((one) => one !== null && isWritten(one, isKnown));
  switch (node.type) {
    case 'Literal':
      return true;
    case 'Identifier':
      return isKnown(node.name);
    case 'TemplateLiteral':
      return all(node.expressions);
    case 'UnaryExpression':
      return isWritten(node.argument, isKnown);
    case 'ArrayExpression':
      return all(node.elements);
    case 'ObjectExpression':
      return node.properties.every(({ type, computed, method, value }) => type === 'Property' && !computed && !method && isWritten(value, isKnown));
    case 'NewExpression':
      return MAKES_NEW.has(node.callee.name) && all(node.arguments);
    case 'CallExpression': {
      const { callee } = node;
      const isMethod = callee.type === 'MemberExpression' && !callee.computed && LEAVES_AS_IT_IS.has(callee.property.name) && isWritten(callee.object, isKnown);
      return (isMethod || callee.name === 'RegExp') && all(node.arguments);
    }
    default:
      return false;
  }
}

/** What kind of thing it is, which those that are alike share. */
function kindOf({ type, regex, value }) {
  return type !== 'Literal' ? type : regex === undefined ? typeof value : 'regex';
}

/** What reads like code comes first, and what reads like words, beside each other, after it. */
const LAST_KINDS = ['CallExpression', 'string'];

const inOrderOfKind = (a, b) => LAST_KINDS.indexOf(a.kind) - LAST_KINDS.indexOf(b.kind) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0);

/** Patterns that share pieces of so many characters are alike. */
const PIECE = 6;

function piecesOf({ code }) {
  const pieces = new Set();
  for (let at = 0; at + PIECE <= code.length; at += 1) pieces.add(code.slice(at, at + PIECE));
  return pieces;
}

/** After each pattern the one that shares most with those before it, for its length; what was seen longer ago counts less. */
function likeBesideLike(patterns) {
  const left = patterns.map((pattern) => ({ pattern, pieces: piecesOf(pattern) }));
  const lastSeen = new Map();
  const inOrder = [];
  let length = 0;
  const likeness = ({ pattern, pieces }) => {
    let shared = 0;
    for (const piece of pieces) if (lastSeen.has(piece)) shared += 1 / (1 + Math.log2(1 + (length - lastSeen.get(piece)) / 400));
    return shared / pattern.code.length ** 0.8;
  };
  while (left.length > 0) {
    const likenesses = left.map(likeness);
    const [next] = left.splice(likenesses.indexOf(Math.max(...likenesses)), 1);
    inOrder.push(next.pattern);
    length += next.pattern.code.length;
    for (const piece of next.pieces) lastSeen.set(piece, length);
  }
  return inOrder;
}

module.exports = function wordsTogether(code) {
  const tree = parse(code, { ecmaVersion: 2020 });
  const statements = bundleIn(tree);
  const changed = new Set([...nodesIn(tree)].map(({ type, left, argument }) => (type === 'AssignmentExpression' ? left.name : type === 'UpdateExpression' ? argument.name : undefined)));
  const text = ({ start, end }) => code.slice(start, end);
  const texts = new Set();
  const directives = [];
  const written = [];
  const builtOfThem = [];
  const rest = [];
  for (const statement of statements) {
    if (statement.type !== 'VariableDeclaration' || statement.kind === 'var') {
      const isEnded = statement.type === 'FunctionDeclaration' || text(statement).endsWith(';');
      (statement.directive === undefined ? rest : directives).push(`${text(statement)}${isEnded ? '' : ';'}`);
      continue;
    }
    const stay = [];
    for (const declared of statement.declarations) {
      const { id, init } = declared;
      if (init === null || id.type !== 'Identifier' || !isWritten(init, (name) => texts.has(name))) {
        stay.push(text(declared));
        continue;
      }
      if (isWritten(init, () => false)) written.push({ kind: kindOf(init), code: text(declared) });
      else builtOfThem.push(text(declared));
      if ((init.type === 'TemplateLiteral' || kindOf(init) === 'string') && !changed.has(id.name)) texts.add(id.name);
    }
    if (stay.length > 0) rest.push(`let ${stay.join(',')};`);
  }
  const patterns = written.filter(({ kind }) => kind === 'regex');
  const others = written.filter(({ kind }) => kind !== 'regex').sort(inOrderOfKind);
  const moved = [...[...others, ...likeBesideLike(patterns)].map((one) => one.code), ...builtOfThem];
  const inOrder = [...directives, ...(moved.length === 0 ? [] : [`let ${moved.join(',')};`]), ...rest];
  return code.slice(0, statements[0].start) + inOrder.join('') + code.slice(statements[statements.length - 1].end);
};
