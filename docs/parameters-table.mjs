/*
 * The table of docs/packs.md that says where each parameter of the clause catalogue lives (docs/parameters.json).
 */
import fs from 'node:fs';
import path from 'node:path';

/** `rules.*.on` as people write it: `rules.<id>.on`. */
function placeInWords({ at }) {
  return `\`${at.replace('severity.*', 'severity.<situation>').replace('.*', '.<id>')}\``;
}

function hereOf({ places = [], elsewhere, differs }) {
  return [places.map(placeInWords).join(', '), elsewhere ?? '', differs ?? ''].filter((text) => text !== '').join('; ');
}

export function parametersTable(projectRoot) {
  const rows = JSON.parse(fs.readFileSync(path.join(projectRoot, 'docs', 'parameters.json'), 'utf8'));
  const lines = rows.map((row) => `| ${row.keys.map((key) => `\`${key}\``).join(', ')} | ${row.lock} | ${hereOf(row).replace(/\|/g, '\\|')} |`);
  return ['| catalogue | lock there | here |', '|---|---|---|', ...lines].join('\n');
}
