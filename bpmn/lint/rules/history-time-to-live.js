// The history of every process ends some day.
const { is, isBlank } = require('../lib/elements');

module.exports = function() {
  function check(node, reporter) {
    if (!is(node, 'bpmn:Process') || !node.isExecutable) {
      return;
    }
    const days = node.get('camunda:historyTimeToLive');
    if (isBlank(days)) {
      reporter.report(node.id, 'keeps its history for ever: set camunda:historyTimeToLive, such as P180D');
    } else if (!/^(P\d+D|\d+)$/.test(days)) {
      reporter.report(node.id, `camunda:historyTimeToLive is "${days}", which is no number of days such as P180D`);
    }
  }

  return { check };
};
