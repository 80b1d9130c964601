'use strict';
/*
 * A webpack loader for `src/rules`, which comes after the TypeScript is gone: takes out of each rule what a send does not
 * read (`RuleAtASend` in src/domain/rule.ts is what is left), and the headings of tips, which the pane shows. The policy is resolved before it is built in or signed, so the
 * option schemas, their words and the library behind them have nothing to do in the file that answers a send.
 */
const { parse } = require('acorn');

const NOT_READ = ['why', 'situations', 'options', 'formerly', 'personalUse'];

function rulesIn(node, found = []) {
  if (node === null || typeof node !== 'object') return found;
  if (node.type === 'CallExpression' && node.callee.name === 'defineRule') found.push(node.arguments[0]);
  else Object.values(node).forEach((child) => (Array.isArray(child) ? child : [child]).forEach((one) => rulesIn(one, found)));
  return found;
}

/** The properties of an object with these names, each with where the next one begins. */
function named(object, names) {
  return object.properties
    .map((property, index) => ({ property, end: object.properties[index + 1]?.start ?? property.end }))
    .filter(({ property }) => names.includes(property.key?.name));
}

module.exports = function rulesAtASend(source) {
  let code = source;
  const unread = rulesIn(parse(source, { ecmaVersion: 'latest', sourceType: 'module' })).flatMap((rule) => [
    ...named(rule, NOT_READ),
    ...named(rule, ['tips']).flatMap(({ property }) => property.value.properties.flatMap(({ value }) => (value?.type === 'ObjectExpression' ? named(value, ['title']) : []))),
  ]);
  for (const { property, end } of unread.sort((a, b) => b.property.start - a.property.start)) code = code.slice(0, property.start) + code.slice(end);
  return code;
};
