// Written by "npm run pack"; do not edit.
(() => {
  var __getOwnPropNames = Object.getOwnPropertyNames;
  var __commonJS = (cb, mod) => function __require() {
    try {
      return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
    } catch (e) {
      throw mod = 0, e;
    }
  };

  // ../node_modules/bpmnlint-utils/dist/index.cjs
  var require_dist = __commonJS({
    "../node_modules/bpmnlint-utils/dist/index.cjs"(exports) {
      "use strict";
      function is(node, type) {
        if (type.indexOf(":") === -1) {
          type = "bpmn:" + type;
        }
        return typeof node.$instanceOf === "function" ? node.$instanceOf(type) : node.$type === type;
      }
      function isAny(node, types) {
        return types.some(function(type) {
          return is(node, type);
        });
      }
      exports.is = is;
      exports.isAny = isAny;
    }
  });

  // ../lib/elements.js
  var require_elements = __commonJS({
    "../lib/elements.js"(exports, module) {
      var { is, isAny } = require_dist();
      var isBlank = (text) => !text || !text.trim();
      var kindOf = (element) => element.$type.replace(/^\w+:/, "");
      var flowElements = (scope) => scope.flowElements || [];
      var flowNodes = (scope) => flowElements(scope).filter((element) => is(element, "bpmn:FlowNode"));
      var sequenceFlows = (scope) => flowElements(scope).filter((element) => is(element, "bpmn:SequenceFlow"));
      var allFlowNodes = (scope) => flowNodes(scope).flatMap((node) => [node, ...allFlowNodes(node)]);
      var outgoing = (node) => sequenceFlows(node.$parent).filter((flow) => flow.sourceRef === node);
      var incoming = (node) => sequenceFlows(node.$parent).filter((flow) => flow.targetRef === node);
      var isDecision = (node) => isAny(node, ["bpmn:ExclusiveGateway", "bpmn:InclusiveGateway", "bpmn:ComplexGateway"]) && outgoing(node).length > 1;
      var definition = (event, type) => (event.eventDefinitions || []).find((one) => is(one, type));
      var extensions = (element) => element.extensionElements && element.extensionElements.values || [];
      var extensionProperties = (element) => {
        const properties = extensions(element).filter((extension) => is(extension, "camunda:Properties")).flatMap((extension) => extension.values || []).filter((property) => !isBlank(property.value));
        return new Map(properties.map((property) => [property.name, property.value.trim()]));
      };
      module.exports = {
        allFlowNodes,
        definition,
        extensionProperties,
        extensions,
        flowNodes,
        incoming,
        is,
        isAny,
        isBlank,
        isDecision,
        kindOf,
        outgoing,
        sequenceFlows
      };
    }
  });

  // ../lib/wait.js
  var require_wait = __commonJS({
    "../lib/wait.js"(exports, module) {
      var { allFlowNodes, definition, extensionProperties, is, isAny } = require_elements();
      var NAME = /^([A-Z][A-Za-z]+)(?::\$\{([^{}]+)\})?$/;
      var MULTI_INSTANCE = "bpmn:MultiInstanceLoopCharacteristics";
      function waitOf(node) {
        if (is(node, "bpmn:ReceiveTask")) {
          return describe(node, node.messageRef);
        }
        if (isAny(node, ["bpmn:CatchEvent"])) {
          const message = definition(node, "bpmn:MessageEventDefinition");
          return message && describe(node, message.messageRef);
        }
        return void 0;
      }
      function waitsOf(process) {
        return allFlowNodes(process).map(waitOf).filter((wait) => wait);
      }
      function describe(node, message) {
        const name = message && message.name || "";
        const [, type, key] = NAME.exec(name) || [];
        return {
          node,
          name,
          type,
          key,
          properties: extensionProperties(node),
          startsProcess: is(node, "bpmn:StartEvent") && is(node.$parent, "bpmn:Process"),
          isRepeated: isRepeated(node)
        };
      }
      function isRepeated(node) {
        return is(node, "bpmn:Activity") && is(node.loopCharacteristics || {}, MULTI_INSTANCE) || is(node.$parent, "bpmn:SubProcess") && isRepeated(node.$parent);
      }
      module.exports = { waitOf, waitsOf };
    }
  });

  // ../rules/async-borders.js
  var require_async_borders = __commonJS({
    "../rules/async-borders.js"(exports, module) {
      var { definition, extensions, is, isAny, outgoing } = require_elements();
      var { waitOf } = require_wait();
      var CALLERS = ["bpmn:ServiceTask", "bpmn:SendTask", "bpmn:BusinessRuleTask"];
      var WAITS = ["bpmn:ReceiveTask", "bpmn:UserTask", "bpmn:IntermediateCatchEvent", "bpmn:EventBasedGateway"];
      module.exports = function() {
        function check(node, reporter) {
          if (!is(node, "bpmn:FlowNode")) {
            return;
          }
          if (waitOf(node) && isAsync(node)) {
            reporter.report(node.id, "catches an event and is async, so that what the event causes would not commit with it: remove camunda:asyncBefore and camunda:asyncAfter");
          }
          if (callsOutside(node)) {
            checkCall(node, reporter);
          }
          if ([node, node.loopCharacteristics].some((one) => one && isAsync(one) && one.get("camunda:exclusive") === false)) {
            reporter.report(node.id, 'two jobs of one instance could run at once: remove camunda:exclusive="false"');
          }
        }
        return { check };
      };
      function checkCall(node, reporter) {
        if (!node.get("camunda:asyncBefore")) {
          reporter.report(node.id, "calls outside within the transaction of what comes before it: set camunda:asyncBefore");
        }
        if (!node.get("camunda:asyncAfter") && !outgoing(node).every((flow) => endsTransaction(flow.targetRef))) {
          reporter.report(node.id, "calls outside and goes on in the same transaction, so that a later failure would repeat the call: set camunda:asyncAfter");
        }
      }
      var isAsync = (element) => Boolean(element.get("camunda:asyncBefore") || element.get("camunda:asyncAfter"));
      function callsOutside(node) {
        const call = isAny(node, CALLERS) ? node : is(node, "bpmn:ThrowEvent") ? definition(node, "bpmn:MessageEventDefinition") : void 0;
        return Boolean(call) && (Boolean(call.get("camunda:class")) || ["mail", "shell"].includes(call.get("camunda:type")) || extensions(call).some((extension) => is(extension, "camunda:Connector")));
      }
      function endsTransaction(node) {
        return isAny(node, WAITS) || Boolean(node.get("camunda:asyncBefore")) || isAny(node, CALLERS) && node.get("camunda:type") === "external" || is(node, "bpmn:EndEvent") && is(node.$parent, "bpmn:Process") && !(node.eventDefinitions || []).length;
      }
    }
  });

  // ../rules/connected.js
  var require_connected = __commonJS({
    "../rules/connected.js"(exports, module) {
      var { definition, flowNodes, incoming, is, isAny, outgoing } = require_elements();
      module.exports = function() {
        function check(node, reporter) {
          if (!is(node, "bpmn:FlowNode") || standsAlone(node)) {
            return;
          }
          if (!isAny(node, ["bpmn:StartEvent", "bpmn:BoundaryEvent"]) && !isLink(node, "bpmn:IntermediateCatchEvent") && !incoming(node).length) {
            reporter.report(node.id, "nothing leads to it");
          }
          if (!is(node, "bpmn:EndEvent") && !isLink(node, "bpmn:IntermediateThrowEvent") && !isLeftByEventsAlone(node) && !outgoing(node).length) {
            reporter.report(node.id, "nothing leads away from it");
          }
        }
        return { check };
      };
      function standsAlone(node) {
        return is(node, "bpmn:SubProcess") && node.triggeredByEvent || is(node, "bpmn:Activity") && node.isForCompensation || is(node, "bpmn:BoundaryEvent") && Boolean(definition(node, "bpmn:CompensateEventDefinition"));
      }
      function isLink(node, type) {
        return is(node, type) && Boolean(definition(node, "bpmn:LinkEventDefinition"));
      }
      function isLeftByEventsAlone(node) {
        return is(node, "bpmn:SubProcess") && !flowNodes(node).some((inner) => is(inner, "bpmn:EndEvent")) && flowNodes(node.$parent).some((event) => is(event, "bpmn:BoundaryEvent") && event.attachedToRef === node && event.cancelActivity !== false);
      }
    }
  });

  // ../lib/event-key.js
  var require_event_key = __commonJS({
    "../lib/event-key.js"(exports, module) {
      var BUSINESS_KEY = "businessKey";
      var BUSINESS_KEY_EXPRESSIONS = [
        "execution.processBusinessKey",
        "execution.businessKey",
        "execution.getProcessBusinessKey()"
      ];
      function keyFindings(wait, event) {
        const keyed = `"${wait.type}:\${variable}"`;
        const repeated = wait.isRepeated ? [`several instances of it wait for ${wait.type}: name its message ${keyed} with a key that tells them apart`] : [];
        const property = wait.properties.get("eventKey");
        if (wait.startsProcess) {
          return wait.key ? [`starts a process, so its message has no key: name it "${wait.type}"`] : [];
        }
        if (!wait.key) {
          return property ? [`eventKey is set, but message "${wait.name}" has no key: name it ${keyed}`, ...repeated] : repeated;
        }
        if (!property && !fieldOf(wait.key)) {
          return [`message "${wait.name}" does not tell which field holds the key: set eventKey`];
        }
        const fields = property ? property.split(",").map((field) => field.trim()) : [fieldOf(wait.key)];
        return [
          ...fields.filter((field) => field !== BUSINESS_KEY && !event.fields.includes(field)).map((field) => `event ${wait.type} has no field "${field}" for its key; it has ${event.fields.join(", ")}`),
          ...fieldOf(wait.key) === BUSINESS_KEY || fields.every((field) => field === BUSINESS_KEY) ? repeated : []
        ];
      }
      function fieldOf(expression) {
        if (BUSINESS_KEY_EXPRESSIONS.includes(expression)) {
          return BUSINESS_KEY;
        }
        return /^\w+$/.test(expression) ? expression : void 0;
      }
      module.exports = { keyFindings };
    }
  });

  // ../lib/event-policies.js
  var require_event_policies = __commonJS({
    "../lib/event-policies.js"(exports, module) {
      var KNOWN = ["eventKey", "eventType", "eventUnmatched", "eventVariables", "eventWaitLimit"];
      var OF_WAITS = ["eventKey", "eventUnmatched", "eventWaitLimit"];
      var UNMATCHED = ["park", "ignore", "dead-letter"];
      var DURATION = /^P(?=.*[1-9])(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;
      var VARIABLE = /^([A-Za-z_]\w*)(?:\s*=\s*(\w+(?:\.\w+)*))?$/;
      function policyFindings({ properties, startsProcess }) {
        const findings = [...properties.keys()].filter((name) => name.startsWith("event") && !KNOWN.includes(name)).map((name) => `"${name}" is no extension property of an event; there are ${KNOWN.join(", ")}`);
        if (startsProcess) {
          OF_WAITS.filter((name) => properties.has(name)).forEach((name) => findings.push(`starts a process, so nothing waits: remove ${name}`));
          return findings;
        }
        const unmatched = properties.get("eventUnmatched") || "park";
        if (!UNMATCHED.includes(unmatched)) {
          findings.push(`eventUnmatched is "${unmatched}", which is none of ${UNMATCHED.join(", ")}`);
        }
        const limit = properties.get("eventWaitLimit");
        if (limit && !DURATION.test(limit)) {
          findings.push(`eventWaitLimit is "${limit}", which is no ISO-8601 duration such as PT2H`);
        }
        if (limit && unmatched !== "park") {
          findings.push(`eventWaitLimit is set, but eventUnmatched is "${unmatched}": only a parked event waits`);
        }
        return findings;
      }
      function variableFindings({ properties, type }, event) {
        const findings = [];
        const names = /* @__PURE__ */ new Set();
        const list = properties.get("eventVariables");
        for (const entry of list ? list.split(",").map((one) => one.trim()) : []) {
          const [, name, path = name] = VARIABLE.exec(entry) || [];
          if (!name) {
            findings.push(`eventVariables has "${entry}", which is neither name nor name=field`);
          } else if (names.has(name)) {
            findings.push(`eventVariables names "${name}" twice`);
          } else if (!event.fields.includes(path)) {
            findings.push(`event ${type} has no field "${path}" for variable "${name}"; it has ${event.fields.join(", ")}`);
          }
          names.add(name);
        }
        return findings;
      }
      module.exports = { policyFindings, variableFindings };
    }
  });

  // ../lib/event-siblings.js
  var require_event_siblings = __commonJS({
    "../lib/event-siblings.js"(exports, module) {
      function reportSiblings(all, reporter) {
        const waits = all.filter((wait) => wait.type);
        const hasSibling = (wait, isOne) => waits.some((other) => other !== wait && isOne(other));
        waits.filter((wait) => hasSibling(wait, (other) => other.name === wait.name)).forEach((wait) => reporter.report(
          wait.node.id,
          `another element waits for message "${wait.name}", too: tell them apart by a key`
        ));
        const living = (wait) => !wait.startsProcess;
        waits.filter((wait) => living(wait) && hasSibling(wait, (other) => living(other) && other.type === wait.type && policyOf(other) !== policyOf(wait))).forEach((wait) => reporter.report(wait.node.id, `another element waits for ${wait.type}, too, and says otherwise what happens if nobody waits: give both the same eventUnmatched and eventWaitLimit`));
      }
      var policyOf = ({ properties }) => `${properties.get("eventUnmatched") || "park"} ${properties.get("eventWaitLimit") || "PT2H"}`;
      module.exports = { reportSiblings };
    }
  });

  // ../catalogue.json
  var require_catalogue = __commonJS({
    "../catalogue.json"(exports, module) {
      module.exports = {
        service: "orchestration-service",
        events: {
          ApprovalDeclined: {
            topic: "cpq.approval.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "approvalId",
              "approver",
              "declinedAt",
              "reason",
              "reasonCode",
              "currency",
              "totals.oneTimeTotal",
              "totals.recurringTotal",
              "policyReference"
            ]
          },
          ApprovalGranted: {
            topic: "cpq.approval.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "approvalId",
              "approver",
              "grantedAt",
              "reason",
              "currency",
              "totals.oneTimeTotal",
              "totals.recurringTotal",
              "policyReference"
            ]
          },
          DeadLettersRecorded: {
            topic: "platform.dead-letter-alerts.v1",
            consumed: false,
            fields: [
              "sourceTopic",
              "consumerGroup",
              "failureClass",
              "errorClass",
              "count",
              "firstFailedAt",
              "lastFailedAt",
              "runbook",
              "exampleMessage"
            ]
          },
          FulfillmentAccepted: {
            topic: "oms.fulfillment.integration.v1",
            consumed: false,
            fields: [
              "orderId",
              "orderLineId",
              "attempt",
              "idempotencyKey",
              "providerReference",
              "acceptedAt",
              "expectedAt"
            ]
          },
          FulfillmentCompleted: {
            topic: "oms.fulfillment.integration.v1",
            consumed: false,
            fields: [
              "orderId",
              "orderLineId",
              "attempt",
              "idempotencyKey",
              "providerReference",
              "completedAt"
            ]
          },
          FulfillmentFailed: {
            topic: "oms.fulfillment.integration.v1",
            consumed: false,
            fields: [
              "orderId",
              "orderLineId",
              "attempt",
              "idempotencyKey",
              "failedAt",
              "errorCode",
              "errorMessage",
              "retryable",
              "providerReference"
            ]
          },
          FulfillmentReversed: {
            topic: "oms.fulfillment.integration.v1",
            consumed: false,
            fields: [
              "orderId",
              "orderLineId",
              "attempt",
              "idempotencyKey",
              "providerReference",
              "reversedAt",
              "reversalReference"
            ]
          },
          OrchestrationFinished: {
            topic: "oms.orchestration.events.v1",
            consumed: false,
            fields: [
              "orderId",
              "processInstanceId",
              "finishedAt",
              "endEvent",
              "outcome"
            ]
          },
          OrchestrationStarted: {
            topic: "oms.orchestration.events.v1",
            consumed: false,
            fields: [
              "orderId",
              "processInstanceId",
              "processDefinitionKey",
              "processDefinitionVersion",
              "startedAt"
            ]
          },
          OrderActivated: {
            topic: "oms.order.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "activatedAt",
              "processInstanceId"
            ]
          },
          OrderApprovalRequested: {
            topic: "oms.orchestration.events.v1",
            consumed: false,
            fields: [
              "orderId",
              "processInstanceId",
              "requestedAt",
              "customerId",
              "currency",
              "totals.oneTimeTotal",
              "totals.recurringTotal",
              "policyReference"
            ]
          },
          OrderCancellationDecided: {
            topic: "oms.orchestration.events.v1",
            consumed: false,
            fields: [
              "orderId",
              "processInstanceId",
              "decidedAt",
              "decidedBy",
              "reason",
              "cause",
              "orderLineId",
              "attempt",
              "taskId"
            ]
          },
          OrderCancellationRefused: {
            topic: "oms.order.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "refusedAt",
              "decidedBy",
              "reason",
              "refusalCode",
              "orderLineId"
            ]
          },
          OrderCancelled: {
            topic: "oms.order.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "cancelledAt",
              "cancelledBy",
              "reason"
            ]
          },
          OrderCaptured: {
            topic: "oms.order.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "quoteId",
              "customerId",
              "capturedAt",
              "currency",
              "totals.oneTimeTotal",
              "totals.recurringTotal",
              "commercialSnapshotHash"
            ]
          },
          OrderCompleted: {
            topic: "oms.order.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "completedAt",
              "currency",
              "totals.oneTimeTotal",
              "totals.recurringTotal"
            ]
          },
          OrderJeopardyRaised: {
            topic: "oms.orchestration.events.v1",
            consumed: false,
            fields: [
              "orderId",
              "processInstanceId",
              "raisedAt",
              "dueAt",
              "cause",
              "orderLineId",
              "requestedAt"
            ]
          },
          OrderLineFailed: {
            topic: "oms.order.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "orderLineId",
              "failedAt",
              "attempt",
              "errorCode",
              "reason",
              "retryable",
              "line.offerId",
              "line.action",
              "line.quantity",
              "line.description",
              "providerReference"
            ]
          },
          OrderLineFulfillmentCompleted: {
            topic: "oms.order.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "orderLineId",
              "completedAt",
              "attempt",
              "providerReference"
            ]
          },
          OrderLineFulfillmentRequested: {
            topic: "oms.order.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "orderLineId",
              "requestedAt",
              "attempt",
              "idempotencyKey",
              "line.offerId",
              "line.action",
              "line.quantity",
              "line.unitPrice",
              "line.description",
              "customerId"
            ]
          },
          OrderLineReleased: {
            topic: "oms.orchestration.events.v1",
            consumed: false,
            fields: [
              "orderId",
              "orderLineId",
              "processInstanceId",
              "releasedAt"
            ]
          },
          OrderLineRetryDecided: {
            topic: "oms.orchestration.events.v1",
            consumed: false,
            fields: [
              "orderId",
              "orderLineId",
              "processInstanceId",
              "decidedAt",
              "decidedBy",
              "reason",
              "attempt",
              "taskId"
            ]
          },
          OrderLineReversalReleased: {
            topic: "oms.orchestration.events.v1",
            consumed: false,
            fields: [
              "orderId",
              "orderLineId",
              "processInstanceId",
              "releasedAt",
              "reason",
              "attempt"
            ]
          },
          OrderLineReversalRequested: {
            topic: "oms.order.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "orderLineId",
              "requestedAt",
              "attempt",
              "idempotencyKey",
              "providerReference",
              "line.offerId",
              "line.action",
              "line.quantity",
              "line.description"
            ]
          },
          OrderLineReversed: {
            topic: "oms.order.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "orderLineId",
              "reversedAt",
              "attempt",
              "providerReference",
              "reversalReference"
            ]
          },
          OrderLineStarted: {
            topic: "oms.order.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "orderLineId",
              "startedAt",
              "processInstanceId"
            ]
          },
          OrderLineWaived: {
            topic: "oms.order.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "orderLineId",
              "waivedAt",
              "waivedBy",
              "reason",
              "line.offerId",
              "line.action",
              "line.quantity",
              "line.description",
              "attempt",
              "providerReference"
            ]
          },
          OrderLineWaiverDecided: {
            topic: "oms.orchestration.events.v1",
            consumed: false,
            fields: [
              "orderId",
              "orderLineId",
              "processInstanceId",
              "decidedAt",
              "decidedBy",
              "reason",
              "attempt",
              "taskId"
            ]
          },
          OrderRejected: {
            topic: "oms.order.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "quoteId",
              "customerId",
              "rejectedAt"
            ]
          },
          OrderValidated: {
            topic: "oms.order.events.v1",
            consumed: true,
            fields: [
              "orderId",
              "validatedAt",
              "lineCount"
            ]
          },
          QuoteAccepted: {
            topic: "cpq.quote.events.v1",
            consumed: false,
            fields: [
              "quoteId",
              "customerId",
              "acceptedBy",
              "acceptedAt",
              "currency",
              "totals.oneTimeTotal",
              "totals.recurringTotal",
              "commercialSnapshotHash"
            ]
          }
        }
      };
    }
  });

  // ../rules/event-catalogue.js
  var require_event_catalogue = __commonJS({
    "../rules/event-catalogue.js"(exports, module) {
      var { is, isBlank } = require_elements();
      var { keyFindings } = require_event_key();
      var { policyFindings, variableFindings } = require_event_policies();
      var { reportSiblings } = require_event_siblings();
      var { waitOf, waitsOf } = require_wait();
      module.exports = function(config2) {
        const catalogue = config2 && config2.catalogue || require_catalogue();
        function check(node, reporter) {
          if (is(node, "bpmn:Process")) {
            reportSiblings(waitsOf(node), reporter);
          }
          const wait = waitOf(node);
          if (wait) {
            findings(wait).forEach((message) => reporter.report(node.id, message));
          }
        }
        function findings(wait) {
          if (isBlank(wait.name)) {
            return ["waits for no message: choose one and name it after the event", ...policyFindings(wait)];
          }
          if (!wait.type) {
            return [`message "${wait.name}" is not named EventType or EventType:\${variable}`, ...policyFindings(wait)];
          }
          return [...typeFindings(wait), ...policyFindings(wait)];
        }
        function typeFindings(wait) {
          const { name, type } = wait;
          const event = catalogue.events[type];
          const stated = wait.properties.get("eventType");
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
    }
  });

  // ../rules/gateway-conditions.js
  var require_gateway_conditions = __commonJS({
    "../rules/gateway-conditions.js"(exports, module) {
      var { isDecision, outgoing } = require_elements();
      module.exports = function() {
        function check(node, reporter) {
          if (!isDecision(node)) {
            return;
          }
          outgoing(node).forEach((flow) => {
            if (flow === node.default && flow.conditionExpression) {
              reporter.report(flow.id, "is the default flow, so its condition is never looked at: remove one of them");
            }
            if (flow !== node.default && !flow.conditionExpression) {
              reporter.report(flow.id, "has no condition and is not the default flow: it would always be taken");
            }
          });
        }
        return { check };
      };
    }
  });

  // ../rules/history-time-to-live.js
  var require_history_time_to_live = __commonJS({
    "../rules/history-time-to-live.js"(exports, module) {
      var { is, isBlank } = require_elements();
      module.exports = function() {
        function check(node, reporter) {
          if (!is(node, "bpmn:Process") || !node.isExecutable) {
            return;
          }
          const days = node.get("camunda:historyTimeToLive");
          if (isBlank(days)) {
            reporter.report(node.id, "keeps its history for ever: set camunda:historyTimeToLive, such as P180D");
          } else if (!/^(P\d+D|\d+)$/.test(days)) {
            reporter.report(node.id, `camunda:historyTimeToLive is "${days}", which is no number of days such as P180D`);
          }
        }
        return { check };
      };
    }
  });

  // ../rules/naming.js
  var require_naming = __commonJS({
    "../rules/naming.js"(exports, module) {
      var { allFlowNodes, is, isBlank, isDecision, kindOf, outgoing } = require_elements();
      var WORDS = /^[A-Z][A-Za-z0-9]*(_[A-Z][A-Za-z0-9]*)*$/;
      var PROCESS_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
      module.exports = function() {
        function check(node, reporter) {
          if (is(node, "bpmn:Process")) {
            checkProcess(node, reporter);
          }
          if (is(node, "bpmn:FlowNode")) {
            checkName(node, reporter);
          }
          if (is(node, "bpmn:FlowNode") || is(node, "bpmn:SequenceFlow") || is(node, "bpmn:Message")) {
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
          reporter.report(process.id, "id is not made of lower-case words and hyphens, such as order-fulfillment");
        }
        const ends = allFlowNodes(process).filter((node) => is(node, "bpmn:EndEvent") && !isBlank(node.name));
        ends.filter((end) => ends.some((other) => other !== end && other.name === end.name)).forEach((end) => reporter.report(end.id, `another end is called "${end.name}", too: tell them apart`));
      }
      function checkName(element, reporter) {
        if (isBlank(element.name)) {
          reporter.report(element.id, "has no name");
        }
      }
      function checkId(element, reporter) {
        const prefix = `${kindOf(element).replace(/^.*Gateway$/, "Gateway").replace("SequenceFlow", "Flow")}_`;
        if (!element.id.startsWith(prefix) || !WORDS.test(element.id.slice(prefix.length))) {
          reporter.report(element.id, `id does not tell what it is: begin it with "${prefix}" and go on with words in PascalCase`);
        }
      }
      function checkQuestion(gateway, reporter) {
        const question = gateway.name || "";
        if (!isBlank(question) && !question.endsWith("?")) {
          reporter.report(gateway.id, 'asks nothing: name it with a question that ends in "?"');
        }
        const answers = outgoing(gateway);
        answers.forEach((flow) => {
          if (isBlank(flow.name)) {
            reporter.report(flow.id, `answers nothing: name it with the answer to "${question}"`);
          } else if (answers.some((other) => other !== flow && other.name === flow.name)) {
            reporter.report(flow.id, `answers "${flow.name}" as another way out does`);
          }
        });
      }
    }
  });

  // ../rules/timers-from-deadlines.js
  var require_timers_from_deadlines = __commonJS({
    "../rules/timers-from-deadlines.js"(exports, module) {
      var { definition, is } = require_elements();
      var DEADLINE = /^\$\{deadlines\.\w+\}$/;
      module.exports = function() {
        function check(node, reporter) {
          const timer = is(node, "bpmn:Event") && definition(node, "bpmn:TimerEventDefinition");
          if (!timer) {
            return;
          }
          const expression = timer.timeDate || timer.timeDuration || timer.timeCycle;
          const due = (expression && expression.body || "").trim();
          if (!DEADLINE.test(due)) {
            reporter.report(node.id, `is due "${due}", which is none of the deadlines: write \${deadlines.name}`);
          }
        }
        return { check };
      };
    }
  });

  // plugin.js
  var rules = {
    "async-borders": require_async_borders(),
    "connected": require_connected(),
    "event-catalogue": require_event_catalogue(),
    "gateway-conditions": require_gateway_conditions(),
    "history-time-to-live": require_history_time_to_live(),
    "naming": require_naming(),
    "timers-from-deadlines": require_timers_from_deadlines()
  };
  var resolver = {
    resolveRule(pkg, name) {
      if (pkg !== "bpmnlint-plugin-orderflow" || !rules[name]) {
        throw new Error(`cannot resolve rule <${pkg}/${name}>`);
      }
      return rules[name];
    },
    resolveConfig(pkg, name) {
      throw new Error(`cannot resolve config <${pkg}/${name}>`);
    }
  };
  var config = {
    rules: Object.fromEntries(Object.keys(rules).map((name) => [`orderflow/${name}`, "error"]))
  };
  window.plugins = window.plugins || [];
  window.plugins.push({ plugin: { config, resolver }, type: "lintRules.bpmn" });
})();
/*
Contains bpmnlint-utils, whose licence is:

The MIT License (MIT)

Copyright (c) 2018-present bpmn.io Contributors

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.
*/
