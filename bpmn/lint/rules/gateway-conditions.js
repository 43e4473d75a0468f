// A decision has one way for whatever is asked: a condition on each way out, except on the default.
const { isDecision, outgoing } = require('../lib/elements');

module.exports = function() {
  function check(node, reporter) {
    if (!isDecision(node)) {
      return;
    }
    outgoing(node).forEach(flow => {
      if (flow === node.default && flow.conditionExpression) {
        reporter.report(flow.id, 'is the default flow, so its condition is never looked at: remove one of them');
      }
      if (flow !== node.default && !flow.conditionExpression) {
        reporter.report(flow.id, 'has no condition and is not the default flow: it would always be taken');
      }
    });
  }

  return { check };
};
