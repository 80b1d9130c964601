'use strict';
/*
 * `npm start`: builds the add-in into dist/ and serves a compose window with it in it, on this machine alone. `--once`
 * (or HEED_ONCE=1) is for machines that nobody watches: it asks for each page once, says how that went, and stops.
 */
const fs = require('node:fs');
const path = require('node:path');
const webpack = require('webpack');
const { load, projectRoot } = require('../src/cli/launcher.cjs');
const addin = require('../webpack.config.js');

// The compose window shows the pane alone; what is in dist/ may then be no whole build, and is not to be taken for one.
process.env.HEED_PAGES ??= 'taskpane';
fs.rmSync(path.join(projectRoot, 'dist', '.built-from'), { force: true });

const isOnce = process.argv.includes('--once') || process.env.HEED_ONCE === '1';

async function build() {
  console.log('Building the add-in. This takes half a minute.');
  const configurations = await addin();
  const stats = await new Promise((resolve, reject) => {
    webpack(configurations).run((error, result) => (error === null ? resolve(result) : reject(error)));
  });
  if (stats.hasErrors()) throw new Error(`the add-in does not build.\n${stats.toString({ all: false, errors: true })}`);
}

async function start() {
  const demo = load('demo/main');
  await build();
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
