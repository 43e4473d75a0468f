// Nothing is drawn that no instance can reach or leave.
const { definition, flowNodes, incoming, is, isAny, outgoing } = require('../lib/elements');

module.exports = function() {
  function check(node, reporter) {
    if (!is(node, 'bpmn:FlowNode') || standsAlone(node)) {
      return;
    }
    if (!isAny(node, ['bpmn:StartEvent', 'bpmn:BoundaryEvent']) && !isLink(node, 'bpmn:IntermediateCatchEvent')
      && !incoming(node).length) {
      reporter.report(node.id, 'nothing leads to it');
    }
    if (!is(node, 'bpmn:EndEvent') && !isLink(node, 'bpmn:IntermediateThrowEvent') && !isLeftByEventsAlone(node)
      && !outgoing(node).length) {
      reporter.report(node.id, 'nothing leads away from it');
    }
  }

  return { check };
};

/** Event sub-processes, and what compensation reaches by associations. */
function standsAlone(node) {
  return is(node, 'bpmn:SubProcess') && node.triggeredByEvent
    || is(node, 'bpmn:Activity') && node.isForCompensation
    || is(node, 'bpmn:BoundaryEvent') && Boolean(definition(node, 'bpmn:CompensateEventDefinition'));
}

function isLink(node, type) {
  return is(node, type) && Boolean(definition(node, 'bpmn:LinkEventDefinition'));
}

/** A sub-process without an end of its own goes on until an event on its border stops it. */
function isLeftByEventsAlone(node) {
  return is(node, 'bpmn:SubProcess')
    && !flowNodes(node).some(inner => is(inner, 'bpmn:EndEvent'))
    && flowNodes(node.$parent).some(event => is(event, 'bpmn:BoundaryEvent')
      && event.attachedToRef === node && event.cancelActivity !== false);
}
