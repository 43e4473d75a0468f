// What the rules ask about elements of a model.
const { is, isAny } = require('bpmnlint-utils');

const isBlank = text => !text || !text.trim();

/** "ReceiveTask" for a receive task. */
const kindOf = element => element.$type.replace(/^\w+:/, '');

const flowElements = scope => scope.flowElements || [];

const flowNodes = scope => flowElements(scope).filter(element => is(element, 'bpmn:FlowNode'));

const sequenceFlows = scope => flowElements(scope).filter(element => is(element, 'bpmn:SequenceFlow'));

/** Flow nodes of a process or sub-process at any depth. */
const allFlowNodes = scope => flowNodes(scope).flatMap(node => [node, ...allFlowNodes(node)]);

const outgoing = node => sequenceFlows(node.$parent).filter(flow => flow.sourceRef === node);

const incoming = node => sequenceFlows(node.$parent).filter(flow => flow.targetRef === node);

/** Whether the gateway chooses between its ways by their conditions. */
const isDecision = node =>
  isAny(node, ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway']) && outgoing(node).length > 1;

const definition = (event, type) => (event.eventDefinitions || []).find(one => is(one, type));

const extensions = element => (element.extensionElements && element.extensionElements.values) || [];

/** Extension properties by name. What is empty counts as not set: Modeler leaves it behind. */
const extensionProperties = element => {
  const properties = extensions(element)
    .filter(extension => is(extension, 'camunda:Properties'))
    .flatMap(extension => extension.values || [])
    .filter(property => !isBlank(property.value));
  return new Map(properties.map(property => [property.name, property.value.trim()]));
};

module.exports = {
  allFlowNodes, definition, extensionProperties, extensions, flowNodes, incoming, is, isAny, isBlank, isDecision,
  kindOf, outgoing, sequenceFlows,
};
