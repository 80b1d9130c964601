'use strict';
/* `npm run simulator`: the compose window with the built add-in in it, on this machine alone. */
const { load, projectRoot } = require('../src/cli/launcher.cjs');

load('demo/main')
  .runDemo({
    projectFolder: projectRoot,
    officeJs: process.env.OFFICEJS === 'cdn' ? 'cdn' : 'package',
    out: (line) => console.log(line),
  })
  .catch((error) => {
    console.error(`The simulator could not start: ${error.message}`);
    process.exitCode = 2;
  });
