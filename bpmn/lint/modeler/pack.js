// Packs rules and catalogue into the one script that Camunda Modeler loads. Run by: npm run pack
const { readFile, writeFile } = require('node:fs/promises');
const { join } = require('node:path');
const esbuild = require('esbuild');

const SCRIPT = join(__dirname, 'client.js');
const LICENSE = join(__dirname, '../node_modules/bpmnlint-utils/LICENSE');

async function pack() {
  const license = await readFile(LICENSE, 'utf8');
  const { outputFiles } = await esbuild.build({
    absWorkingDir: __dirname,
    banner: { js: '// Written by "npm run pack"; do not edit.' },
    bundle: true,
    charset: 'utf8',
    entryPoints: ['plugin.js'],
    footer: { js: `/*\nContains bpmnlint-utils, whose licence is:\n\n${license.trim()}\n*/` },
    format: 'iife',
    target: 'es2020',
    write: false,
  });
  return outputFiles[0].text;
}

module.exports = { pack, SCRIPT };

if (require.main === module) {
  pack().then(script => writeFile(SCRIPT, script));
}
