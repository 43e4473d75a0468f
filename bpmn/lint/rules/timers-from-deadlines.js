// Deadlines are settings, so that they can differ between environments and change without a new version.
const { definition, is } = require('../lib/elements');

const DEADLINE = /^\$\{deadlines\.\w+\}$/;

module.exports = function() {
  function check(node, reporter) {
    const timer = is(node, 'bpmn:Event') && definition(node, 'bpmn:TimerEventDefinition');
    if (!timer) {
      return;
    }
    const expression = timer.timeDate || timer.timeDuration || timer.timeCycle;
    const due = ((expression && expression.body) || '').trim();
    if (!DEADLINE.test(due)) {
      reporter.report(node.id, `is due "${due}", which is none of the deadlines: write \${deadlines.name}`);
    }
  }

  return { check };
};
