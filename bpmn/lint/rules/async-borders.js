// Where a transaction of an instance must end, and where it must not. What an event causes commits with the event: delegates
// of the service write to the database alone. A call outside cannot be rolled back, so it stands in a transaction of its own.
const { definition, extensions, is, isAny, outgoing } = require('../lib/elements');
const { waitOf } = require('../lib/wait');

const CALLERS = ['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask'];
const WAITS = ['bpmn:ReceiveTask', 'bpmn:UserTask', 'bpmn:IntermediateCatchEvent', 'bpmn:EventBasedGateway'];

module.exports = function() {
  function check(node, reporter) {
    if (!is(node, 'bpmn:FlowNode')) {
      return;
    }
    if (waitOf(node) && isAsync(node)) {
      reporter.report(node.id, 'catches an event and is async, so that what the event causes would not commit with it:'
        + ' remove camunda:asyncBefore and camunda:asyncAfter');
    }
    if (callsOutside(node)) {
      checkCall(node, reporter);
    }
    if ([node, node.loopCharacteristics].some(one => one && isAsync(one) && one.get('camunda:exclusive') === false)) {
      reporter.report(node.id, 'two jobs of one instance could run at once: remove camunda:exclusive="false"');
    }
  }

  return { check };
};

function checkCall(node, reporter) {
  if (!node.get('camunda:asyncBefore')) {
    reporter.report(node.id, 'calls outside within the transaction of what comes before it: set camunda:asyncBefore');
  }
  if (!node.get('camunda:asyncAfter') && !outgoing(node).every(flow => endsTransaction(flow.targetRef))) {
    reporter.report(node.id, 'calls outside and goes on in the same transaction, so that a later failure would repeat the'
      + ' call: set camunda:asyncAfter');
  }
}

const isAsync = element => Boolean(element.get('camunda:asyncBefore') || element.get('camunda:asyncAfter'));

/** Connectors, code that the engine creates itself, mail and shell tasks; an external task is a wait. */
function callsOutside(node) {
  const call = isAny(node, CALLERS) ? node
    : is(node, 'bpmn:ThrowEvent') ? definition(node, 'bpmn:MessageEventDefinition') : undefined;
  return Boolean(call) && (Boolean(call.get('camunda:class'))
    || ['mail', 'shell'].includes(call.get('camunda:type'))
    || extensions(call).some(extension => is(extension, 'camunda:Connector')));
}

function endsTransaction(node) {
  return isAny(node, WAITS) || Boolean(node.get('camunda:asyncBefore'))
    || isAny(node, CALLERS) && node.get('camunda:type') === 'external'
    || is(node, 'bpmn:EndEvent') && is(node.$parent, 'bpmn:Process') && !(node.eventDefinitions || []).length;
}
