// Whoever waits for a message waits for an event that there is, that this service reads, and with a key that it has.
const { is, isBlank } = require('../lib/elements');
const { keyFindings } = require('../lib/event-key');
const { policyFindings, variableFindings } = require('../lib/event-policies');
const { reportSiblings } = require('../lib/event-siblings');
const { waitOf, waitsOf } = require('../lib/wait');

module.exports = function(config) {
  const catalogue = (config && config.catalogue) || require('../catalogue.json');

  function check(node, reporter) {
    if (is(node, 'bpmn:Process')) {
      reportSiblings(waitsOf(node), reporter);
    }
    const wait = waitOf(node);
    if (wait) {
      findings(wait).forEach(message => reporter.report(node.id, message));
    }
  }

  function findings(wait) {
    if (isBlank(wait.name)) {
      return ['waits for no message: choose one and name it after the event', ...policyFindings(wait)];
    }
    if (!wait.type) {
      return [`message "${wait.name}" is not named EventType or EventType:\${variable}`, ...policyFindings(wait)];
    }
    return [...typeFindings(wait), ...policyFindings(wait)];
  }

  function typeFindings(wait) {
    const { name, type } = wait;
    const event = catalogue.events[type];
    const stated = wait.properties.get('eventType');
    const found = [];
    if (!stated) {
      found.push(`extension property eventType is missing: set it to "${type}"`);
    } else if (stated !== type) {
      found.push(`eventType is "${stated}", but its message is "${name}": name both after the same event`);
    }
    if (!event) {
      return [...found, `event "${type}" is not in the catalogue`];
    }
    if (!event.consumed) {
      found.push(`event ${type} travels on ${event.topic}, which ${catalogue.service} does not read`);
    }
    return [...found, ...keyFindings(wait, event), ...variableFindings(wait, event)];
  }

  return { check };
};
