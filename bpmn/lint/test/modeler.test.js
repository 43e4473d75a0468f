// The packed script, loaded into the linter of Camunda Modeler as its window does.
const assert = require('node:assert');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { test } = require('node:test');
const vm = require('node:vm');
const esbuild = require('esbuild');
const { pack, SCRIPT } = require('../modeler/pack');
const plugin = require('..');

const committed = readFileSync(SCRIPT, 'utf8');
const read = file => readFileSync(join(__dirname, '../../src', file), 'utf8');

/** Modeler's linter is written for bundlers. */
async function modelersLinter() {
  const { outputFiles } = await esbuild.build({
    bundle: true,
    format: 'cjs',
    platform: 'node',
    stdin: { contents: "export { Linter } from '@camunda/linting';", resolveDir: __dirname },
    write: false,
  });
  const module = { exports: {} };
  vm.runInThisContext(`(function(module, exports, require) {${outputFiles[0].text}\n})`)(module, module.exports, require);
  const window = {};
  vm.runInNewContext(committed, { window });
  const plugins = window.plugins.filter(({ type }) => type === 'lintRules.bpmn').map(one => one.plugin);
  return new module.exports.Linter({ type: 'platform', plugins });
}

test('the packed script is as rules and catalogue are; if not: npm run pack', async () => {
  assert.strictEqual(committed, await pack());
});

test('Modeler finds what is broken, by every rule of the script', async () => {
  const linter = await modelersLinter();
  const platform = 'xmlns:modeler="http://camunda.org/schema/modeler/1.0"'
    + ' modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0"';
  const found = new Set();
  const fixtures = read('test/resources/lint/findings.txt').split('\n').filter(line => line).map(line => line.split(' | ')[0]);
  for (const fixture of new Set(fixtures)) {
    const model = read(`test/resources/lint/${fixture}`).replace('<bpmn:definitions ', `<bpmn:definitions ${platform} `);
    const reports = await linter.lint(model);
    reports.forEach(({ rule }) => found.add(rule));
  }
  Object.keys(plugin.rules).forEach(rule => assert.ok(found.has(`orderflow/${rule}`), rule));
});

test('Modeler has nothing to say about a model of this module', async () => {
  const reports = await (await modelersLinter())
    .lint(read('main/resources/processes/order-fulfillment/order-fulfillment.bpmn'));
  assert.deepStrictEqual(reports.map(({ rule, id, message }) => `${rule} ${id} ${message}`), []);
});
