'use strict';
/*
 * Takes an XML manifest and a unified one: prints what Microsoft's converter makes of the first, and what their schema says
 * of the second, as JSON. A process of its own, because they need modules that jest cannot load.
 */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { validateManifest } = require('office-addin-manifest');
const { convert } = require('office-addin-manifest-converter');

async function run(xml, unified) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-manifest-'));
  const print = console.log;
  console.log = () => undefined;
  try {
    await convert(xml, folder, false);
    const converted = JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
    const { isValid, report } = await validateManifest(unified);
    print(JSON.stringify({ converted, isValid, errors: (report?.errors ?? []).map(({ content }) => content) }));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

void run(process.argv[2], process.argv[3]);
