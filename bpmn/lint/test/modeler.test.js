// What Camunda Modeler loads: the packed script, run as in its window.
const assert = require('node:assert');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { test } = require('node:test');
const vm = require('node:vm');
const { BpmnModdle } = require('bpmn-moddle');
const { Linter } = require('bpmnlint');
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');
const { pack, SCRIPT } = require('../modeler/pack');
const plugin = require('..');

const committed = readFileSync(SCRIPT, 'utf8');

test('the packed script is as rules and catalogue are; if not: npm run pack', async () => {
  assert.strictEqual(committed, await pack());
});

test('the packed script brings all rules, and they find what is broken', async () => {
  const window = {};
  vm.runInNewContext(committed, { window });
  const [{ plugin: { config, resolver }, type }] = window.plugins;
  assert.strictEqual(type, 'lintRules.bpmn');
  assert.deepStrictEqual(Object.keys(config.rules), Object.keys(plugin.rules).map(rule => `orderflow/${rule}`));

  const model = readFileSync(join(__dirname, '../../src/test/resources/lint/timers-from-deadlines/fixed-duration.bpmn'), 'utf8');
  const { rootElement } = await new BpmnModdle({ camunda }).fromXML(model);
  const results = await new Linter({ config, resolver }).lint(rootElement);
  assert.match(results['orderflow/timers-from-deadlines'][0].message, /^is due "PT4H"/);
  assert.match(results['orderflow/event-catalogue'][0].message, /^event "ParcelDelivered" is not in the catalogue/);
});
