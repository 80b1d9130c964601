'use strict';
/*
 * `npm start`: builds the add-in into dist/ and serves a compose window with it in it, on this machine alone. `--once`
 * (or HEED_ONCE=1) is for machines that nobody watches: it asks for each page once, says how that went, and stops.
 * `--policy teal` (or HEED_POLICY) builds in another policy than the default: a shipped one's name, or a pack's file.
 */
const buildPage = require('./build-page.cjs');

const isOnce = process.argv.includes('--once') || process.env.HEED_ONCE === '1';
const named = process.argv.indexOf('--policy');
if (named > 0) process.env.HEED_POLICY = process.argv[named + 1] ?? '';

async function start() {
  await buildPage('taskpane', 'the add-in', { isAlone: false });
  const { load, projectRoot } = require('../src/cli/launcher.cjs');
  const demo = load('demo/main');
  const host = await demo.runDemo({
    projectFolder: projectRoot,
    officeJs: process.env.OFFICEJS === 'cdn' ? 'cdn' : 'package',
    out: (line) => console.log(line),
  });
  if (!isOnce) return;
  try {
    console.log(await demo.askOnce(host));
  } finally {
    await host.close();
  }
}

start().catch((error) => {
  console.error(`npm start: ${error.message}`);
  process.exitCode = 2;
});
