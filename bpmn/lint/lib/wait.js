// An element that takes a message, and what its names say.
const { allFlowNodes, definition, extensionProperties, is, isAny } = require('./elements');

const NAME = /^([A-Z][A-Za-z]+)(?::\$\{([^{}]+)\})?$/;
const MULTI_INSTANCE = 'bpmn:MultiInstanceLoopCharacteristics';

/** @returns undefined if the element takes no message */
function waitOf(node) {
  if (is(node, 'bpmn:ReceiveTask')) {
    return describe(node, node.messageRef);
  }
  if (isAny(node, ['bpmn:CatchEvent'])) {
    const message = definition(node, 'bpmn:MessageEventDefinition');
    return message && describe(node, message.messageRef);
  }
  return undefined;
}

function waitsOf(process) {
  return allFlowNodes(process).map(waitOf).filter(wait => wait);
}

function describe(node, message) {
  const name = (message && message.name) || '';
  const [, type, key] = NAME.exec(name) || [];
  return {
    node, name, type, key,
    properties: extensionProperties(node),
    startsProcess: is(node, 'bpmn:StartEvent') && is(node.$parent, 'bpmn:Process'),
    isRepeated: isRepeated(node),
  };
}

/** Whether several instances of the element can wait at once. */
function isRepeated(node) {
  return is(node, 'bpmn:Activity') && is(node.loopCharacteristics || {}, MULTI_INSTANCE)
    || is(node.$parent, 'bpmn:SubProcess') && isRepeated(node.$parent);
}

module.exports = { waitOf, waitsOf };
