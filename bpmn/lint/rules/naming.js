// Names that people read in Modeler, Cockpit and history.
const { allFlowNodes, is, isBlank, isDecision, kindOf, outgoing } = require('../lib/elements');

const WORDS = /^[A-Z][A-Za-z0-9]*(_[A-Z][A-Za-z0-9]*)*$/;
const PROCESS_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

module.exports = function() {
  function check(node, reporter) {
    if (is(node, 'bpmn:Process')) {
      checkProcess(node, reporter);
    }
    if (is(node, 'bpmn:FlowNode')) {
      checkName(node, reporter);
    }
    if (is(node, 'bpmn:FlowNode') || is(node, 'bpmn:SequenceFlow') || is(node, 'bpmn:Message')) {
      checkId(node, reporter);
    }
    if (isDecision(node)) {
      checkQuestion(node, reporter);
    }
  }

  return { check };
};

function checkProcess(process, reporter) {
  checkName(process, reporter);
  if (!PROCESS_ID.test(process.id)) {
    reporter.report(process.id, 'id is not made of lower-case words and hyphens, such as order-fulfillment');
  }
  const ends = allFlowNodes(process).filter(node => is(node, 'bpmn:EndEvent') && !isBlank(node.name));
  ends.filter(end => ends.some(other => other !== end && other.name === end.name))
    .forEach(end => reporter.report(end.id, `another end is called "${end.name}", too: tell them apart`));
}

function checkName(element, reporter) {
  if (isBlank(element.name)) {
    reporter.report(element.id, 'has no name');
  }
}

function checkId(element, reporter) {
  const prefix = `${kindOf(element).replace(/^.*Gateway$/, 'Gateway').replace('SequenceFlow', 'Flow')}_`;
  if (!element.id.startsWith(prefix) || !WORDS.test(element.id.slice(prefix.length))) {
    reporter.report(element.id, `id does not tell what it is: begin it with "${prefix}" and go on with words in PascalCase`);
  }
}

function checkQuestion(gateway, reporter) {
  const question = gateway.name || '';
  if (!isBlank(question) && !question.endsWith('?')) {
    reporter.report(gateway.id, 'asks nothing: name it with a question that ends in "?"');
  }
  const answers = outgoing(gateway);
  answers.forEach(flow => {
    if (isBlank(flow.name)) {
      reporter.report(flow.id, `answers nothing: name it with the answer to "${question}"`);
    } else if (answers.some(other => other !== flow && other.name === flow.name)) {
      reporter.report(flow.id, `answers "${flow.name}" as another way out does`);
    }
  });
}
