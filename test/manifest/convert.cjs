'use strict';
/*
 * Takes a manifest through Microsoft's own tools, offline: their reader, the converter to the unified manifest, and that
 * one's JSON schema. Prints what they said as JSON. A process of its own, because they need modules that jest cannot load.
 */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { OfficeAddinManifest, validateManifest } = require('office-addin-manifest');
const { convert } = require('office-addin-manifest-converter');

async function run(file) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-manifest-'));
  const print = console.log;
  console.log = () => undefined;
  try {
    const read = await OfficeAddinManifest.readManifestFile(file);
    await convert(file, folder, false);
    const unified = path.join(folder, 'manifest.json');
    const { isValid, report } = await validateManifest(unified);
    const errors = (report?.errors ?? []).map(({ content }) => content);
    const sendModes = fs.readFileSync(unified, 'utf8').match(/"sendMode":\s*"\w+"/g) ?? [];
    print(JSON.stringify({ name: read.displayName, permissions: read.permissions, isValid, errors, sendModes: sendModes.map((text) => text.replace(/.*"(\w+)"$/, '$1')) }));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

void run(process.argv[2]);
