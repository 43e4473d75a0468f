// Adds the rules to Camunda Modeler's own, for models of Camunda 7.
const rules = {
  'async-borders': require('../rules/async-borders'),
  'connected': require('../rules/connected'),
  'event-catalogue': require('../rules/event-catalogue'),
  'gateway-conditions': require('../rules/gateway-conditions'),
  'history-time-to-live': require('../rules/history-time-to-live'),
  'naming': require('../rules/naming'),
  'timers-from-deadlines': require('../rules/timers-from-deadlines'),
};

const resolver = {
  resolveRule(pkg, name) {
    if (pkg !== 'bpmnlint-plugin-orderflow' || !rules[name]) {
      throw new Error(`cannot resolve rule <${pkg}/${name}>`);
    }
    return rules[name];
  },
  resolveConfig(pkg, name) {
    throw new Error(`cannot resolve config <${pkg}/${name}>`);
  },
};

const config = {
  rules: Object.fromEntries(Object.keys(rules).map(name => [`orderflow/${name}`, 'error'])),
};

window.plugins = window.plugins || [];
window.plugins.push({ plugin: { config, resolver }, type: 'lintRules.bpmn' });
