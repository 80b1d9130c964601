'use strict';
/*
 * Who may import whom. One table; each broken edge explains itself. When the work outgrows it, change the table, the
 * floor plan in docs/architecture.md and the rooms in one go.
 */

const f0 = ['domain'];
const f1 = ['text', 'calendar', 'recipients', 'detectors', 'inspectors', 'policy', 'engine', 'formatters'];
const f2 = ['rules'];
const f3 = ['check', 'mail', 'replay', 'outlook', 'ui', 'deployment', 'hosted', 'publishing', 'diagnosis'];

/** Each room: the rooms and the npm packages it may import. Node's own modules are for `nodeRooms` only. */
const rooms = {
  domain: { rooms: [], packages: [] },
  text: { rooms: f0, packages: [] },
  calendar: { rooms: [...f0, 'text'], packages: [] },
  recipients: { rooms: [...f0, 'text'], packages: [] },
  detectors: { rooms: [...f0, 'text'], packages: [] },
  inspectors: { rooms: [...f0, 'text'], packages: [] },
  policy: { rooms: f0, packages: ['valibot'] },
  engine: { rooms: [...f0, 'text'], packages: [] },
  formatters: { rooms: [...f0, 'text'], packages: [] },
  rules: { rooms: [...f0, 'text', 'calendar', 'recipients', 'detectors'], packages: ['valibot'] },
  check: { rooms: [...f0, ...f1, ...f2], packages: [] },
  mail: { rooms: [...f0, 'text'], packages: ['postal-mime', '@zip.js/zip.js'] },
  replay: { rooms: [...f0, 'text', 'calendar', 'recipients', 'rules', 'check', 'mail', 'policy'], packages: ['valibot'] },
  outlook: { rooms: [...f0, 'text', 'formatters'], packages: [] },
  deployment: { rooms: [...f0, 'text', 'inspectors', 'hosted'], packages: ['fflate'] },
  hosted: { rooms: [...f0, 'text', 'recipients', 'inspectors'], packages: [] },
  publishing: { rooms: [...f0, 'text', 'calendar', 'recipients', 'detectors', 'rules', 'check', 'policy', 'hosted', 'deployment'], packages: ['fflate'] },
  diagnosis: { rooms: [...f0, 'text', 'detectors', 'recipients', 'hosted'], packages: [] },
  ui: { rooms: [...f0, 'text', 'formatters'], packages: ['react', 'react-dom', '@fluentui/react'] },
  launchevent: { rooms: [...f0, ...f1, ...f2, ...f3], packages: [] },
  taskpane: { rooms: [...f0, ...f1, ...f2, ...f3], packages: ['react', 'react-dom', '@fluentui/react'] },
  studio: { rooms: [...f0, ...f1, ...f2, ...f3], packages: ['react', 'react-dom', '@fluentui/react', 'valibot', 'chart.js'] },
  pages: { rooms: [...f0, ...f1, ...f2, ...f3], packages: ['react', 'react-dom', '@fluentui/react'] },
  demo: { rooms: [...f0, 'text', 'formatters', 'mail'], packages: ['selfsigned', '@swc/core'] },
  cli: { rooms: [...f0, ...f1, ...f2, ...f3], packages: ['csv-parse', 'valibot', '@valibot/to-json-schema', '@swc/core', 'pg-boss', 'recheck'] },
};

const nodeRooms = ['cli', 'demo'];

/** The folders of `detectors` that find something. They are neighbours: what two of them need stands in `words`, `tables` or `people`. */
const finders = ['values', 'told', 'secrets', 'own'];
/** Each folder of `detectors`: the finders it may import. */
const ofDetectors = { values: [], told: [], secrets: [], own: ['secrets'], words: ['values'], tables: [], people: [] };

const inRoom = (room) => `^src/${room}(?:/|\\.ts$)`;

const list = (names) => (names.length === 0 ? 'nothing' : names.join(', '));

const forbidden = [];
for (const [room, allowed] of Object.entries(rooms)) {
  forbidden.push({
    name: `${room}-floor`,
    severity: 'error',
    comment: `src/${room} may import: ${list(allowed.rooms)}. If it needs more, move the code, not the wall.`,
    from: { path: inRoom(room) },
    to: { path: '^src/', pathNot: [inRoom(room), ...allowed.rooms.map(inRoom)] },
  });
  forbidden.push({
    name: `${room}-packages`,
    severity: 'error',
    comment: `src/${room} may use these packages: ${list(allowed.packages)}. A new one needs a decision in docs/decisions.`,
    from: { path: inRoom(room) },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
      pathNot: allowed.packages.map((name) => `node_modules/${name.replace('/', '\\/')}/`),
    },
  });
  if (!nodeRooms.includes(room)) {
    forbidden.push({
      name: `${room}-runtime`,
      severity: 'error',
      comment: `src/${room} runs where there is no Node. Node's own modules are for: ${list(nodeRooms)}.`,
      from: { path: inRoom(room) },
      to: { dependencyTypes: ['core'] },
    });
  }
}

for (const [folder, allowed] of Object.entries(ofDetectors)) {
  const others = finders.filter((finder) => finder !== folder && !allowed.includes(finder));
  forbidden.push({
    name: `detectors-${folder}`,
    severity: 'error',
    comment: `src/detectors/${folder} may import of its neighbours: ${list(allowed)}. What both need stands in words, tables or people.`,
    from: { path: `^src/detectors/${folder}/` },
    to: { path: `^src/detectors/(?:${others.join('|')})/` },
  });
}

forbidden.push(
  {
    name: 'no-circles',
    severity: 'error',
    comment: 'These files import each other in a circle. Move what they share into a file of its own.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'known-rooms',
    severity: 'error',
    comment: `Every source stands in a room of the floor plan: ${list(Object.keys(rooms))}.`,
    from: { path: '^src/', pathNot: [...Object.keys(rooms).map(inRoom), '^src/runtime\\.d\\.ts$'] },
    to: {},
  },
  {
    name: 'known-rooms-alone',
    severity: 'error',
    comment: `Every source stands in a room of the floor plan: ${list(Object.keys(rooms))}.`,
    from: { orphan: true, path: '^src/', pathNot: [...Object.keys(rooms).map(inRoom), '^src/runtime\\.d\\.ts$'] },
    to: {},
  },
  {
    name: 'imports-resolve',
    severity: 'error',
    comment: 'This import leads nowhere.',
    from: {},
    to: { couldNotResolve: true },
  },
);

module.exports = {
  forbidden,
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'require', 'types', 'default'] },
  },
};
