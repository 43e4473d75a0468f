// Runs the rules as bpmnlint does.
const { readFile } = require('node:fs/promises');
const { BpmnModdle } = require('bpmn-moddle');
const { Linter } = require('bpmnlint');
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');
const plugin = require('..');

/** Findings in a model as lines "rule | element | message", sorted; the rules know the events of the catalogue. */
module.exports = async function(file, catalogue) {
  const { rootElement, warnings } = await new BpmnModdle({ camunda }).fromXML(await readFile(file, 'utf8'));
  if (warnings.length) {
    throw new Error(`${file}: ${warnings[0].message}`);
  }
  const resolver = {
    resolveRule: (pkg, rule) => require(`../${plugin.rules[rule]}`),
    resolveConfig: () => { throw new Error('there is none'); },
  };
  const rules = Object.keys(plugin.rules).map(rule => [`orderflow/${rule}`, ['error', { catalogue }]]);
  const results = await new Linter({ config: { rules: Object.fromEntries(rules) }, resolver }).lint(rootElement);
  return Object.entries(results)
    .flatMap(([rule, reports]) => reports.map(({ id, message }) => `${rule} | ${id} | ${message}`))
    .sort();
};
