package io.orderflow.bpmn;

/**
 * The names in {@code processes/order-fulfillment}. A test holds each of them to the models, so a renamed element breaks
 * the build and not a running order.
 */
public final class OrderFulfillmentProcess {

    /** Process definition key. */
    public static final String KEY = "order-fulfillment";

    /** Decision definition key: whether somebody has to approve the order before its lines are released. */
    public static final String APPROVAL_POLICY = "approval-policy";

    /** Form of the user task "Resolve line fallout". */
    public static final String LINE_FALLOUT_FORM = "line-fallout";

    private OrderFulfillmentProcess() {}

    /**
     * Messages the process starts on or waits for; each is named after the event type that carries it. Where one instance
     * waits several times for the same type, the key follows.
     */
    public static final class Messages {

        public static final String ORDER_CAPTURED = "OrderCaptured";
        public static final String ORDER_COMPLETED = "OrderCompleted";
        public static final String ORDER_CANCELLED = "OrderCancelled";
        public static final String APPROVAL_GRANTED = "ApprovalGranted";
        public static final String APPROVAL_DECLINED = "ApprovalDeclined";

        private Messages() {}

        public static String orderLineFulfillmentCompleted(String orderLineId) {
            return "OrderLineFulfillmentCompleted:" + orderLineId;
        }

        public static String orderLineFailed(String orderLineId) {
            return "OrderLineFailed:" + orderLineId;
        }

        /** The line is asked for again: after its first attempt only. */
        public static String orderLineFulfillmentRequested(String orderLineId) {
            return "OrderLineFulfillmentRequested:" + orderLineId;
        }

        public static String orderLineWaived(String orderLineId) {
            return "OrderLineWaived:" + orderLineId;
        }

        /** @param key the line whose fallout led to the decision, or the order if none did */
        public static String orderCancellationRefused(String key) {
            return "OrderCancellationRefused:" + key;
        }

        public static String orderLineReversed(String orderLineId) {
            return "OrderLineReversed:" + orderLineId;
        }
    }

    /** Ids of the model's elements, as they stand in history, in Cockpit and in the OrchestrationFinished fact. */
    public static final class Elements {

        public static final String ORDER_CAPTURED = "StartEvent_OrderCaptured";

        public static final String APPROVAL_POLICY = "BusinessRuleTask_ApprovalPolicy";
        public static final String APPROVAL_NEEDED = "Gateway_ApprovalNeeded";
        public static final String REQUEST_APPROVAL = "ServiceTask_RequestApproval";
        public static final String AWAIT_APPROVAL = "ReceiveTask_AwaitApproval";
        public static final String APPROVAL_REMINDER_DUE = "BoundaryEvent_ApprovalReminderDue";
        public static final String RAISE_APPROVAL_JEOPARDY = "ServiceTask_RaiseApprovalJeopardy";
        public static final String APPROVAL_REMINDED = "EndEvent_ApprovalReminded";
        public static final String CHECK_APPROVAL = "ServiceTask_CheckApproval";
        public static final String APPROVAL_COVERS = "Gateway_ApprovalCovers";
        public static final String APPROVAL_DECLINED = "BoundaryEvent_ApprovalDeclined";
        public static final String DECIDE_CANCELLATION = "ServiceTask_DecideCancellation";
        public static final String AWAIT_CANCELLATION = "ReceiveTask_AwaitCancellation";

        public static final String FULFIL_LINE = "SubProcess_FulfilLine";
        public static final String LINE_TO_FULFIL = "StartEvent_LineToFulfil";
        public static final String RELEASE_LINE = "ServiceTask_ReleaseLine";
        public static final String AWAIT_FULFILMENT = "ReceiveTask_AwaitFulfilment";
        public static final String LINE_FULFILLED = "EndEvent_LineFulfilled";
        public static final String LINE_FAILED = "BoundaryEvent_LineFailed";
        public static final String LINE_FALLOUT = "SubProcess_LineFallout";
        public static final String LINE_IN_FALLOUT = "StartEvent_LineInFallout";
        public static final String RESOLVE_LINE_FALLOUT = "UserTask_ResolveLineFallout";
        public static final String DECISION = "Gateway_Decision";
        public static final String DECIDE_RETRY = "ServiceTask_DecideRetry";
        public static final String DECIDE_WAIVER = "ServiceTask_DecideWaiver";
        public static final String DECIDE_ORDER_CANCELLATION = "ServiceTask_DecideOrderCancellation";
        public static final String AWAIT_ANSWER = "ReceiveTask_AwaitAnswer";
        public static final String LINE_REQUESTED_AGAIN = "BoundaryEvent_LineRequestedAgain";
        public static final String LINE_WAIVED_RECEIVED = "BoundaryEvent_LineWaived";
        public static final String LINE_WAIVED = "EndEvent_LineWaived";
        public static final String FULFILMENT_OVERDUE = "BoundaryEvent_FulfilmentOverdue";
        public static final String RAISE_LINE_JEOPARDY = "ServiceTask_RaiseLineJeopardy";
        public static final String LATENESS_REPORTED = "EndEvent_LatenessReported";
        public static final String AWAIT_ORDER_COMPLETION = "ReceiveTask_AwaitOrderCompletion";
        public static final String ORDER_COMPLETED = "EndEvent_OrderCompleted";

        public static final String CANCELLATION = "SubProcess_Cancellation";
        public static final String ORDER_CANCELLED_RECEIVED = "StartEvent_OrderCancelled";
        public static final String ANYTHING_TO_REVERSE = "Gateway_AnythingToReverse";
        public static final String REVERSE_LINE = "SubProcess_ReverseLine";
        public static final String LINE_TO_REVERSE = "StartEvent_LineToReverse";
        public static final String RELEASE_REVERSAL = "ServiceTask_ReleaseReversal";
        public static final String AWAIT_REVERSAL = "ReceiveTask_AwaitReversal";
        public static final String LINE_REVERSED = "EndEvent_LineReversed";
        public static final String ORDER_CANCELLED = "EndEvent_OrderCancelled";

        private Elements() {}
    }

    /**
     * Process variables. The order's business data is not among them: it belongs to the order service. Transient ones come
     * with a message and are gone at the next wait.
     */
    public static final class Variables {

        /** Transient: collection of the ids of the lines to fulfil. */
        public static final String ORDER_LINE_IDS = "orderLineIds";
        /** The line of one "Fulfil line" or "Reverse line" instance. */
        public static final String ORDER_LINE_ID = "orderLineId";
        /** The business request the order belongs to. */
        public static final String CORRELATION_ID = "correlationId";

        /** Transient, with the totals (decimal numbers) and the currency what the approval policy looks at. */
        public static final String CUSTOMER_ID = "customerId";

        public static final String ONE_TIME_TOTAL = "oneTimeTotal";
        public static final String RECURRING_TOTAL = "recurringTotal";
        public static final String CURRENCY = "currency";
        /** Transient: the result of the approval policy. */
        public static final String APPROVAL = "approval";
        /** Of "Request approval" only: the rule that wants the order approved. */
        public static final String POLICY_REFERENCE = "policyReference";

        /** What outlasts the wait for an approval: the lines, and what was to be approved (decimal strings). */
        public static final String HELD_ORDER_LINE_IDS = "heldOrderLineIds";

        public static final String REQUESTED_ONE_TIME_TOTAL = "requestedOneTimeTotal";
        public static final String REQUESTED_RECURRING_TOTAL = "requestedRecurringTotal";
        public static final String REQUESTED_CURRENCY = "requestedCurrency";
        public static final String APPROVAL_REQUESTED_AT = "approvalRequestedAt";

        /** Transient: what was approved, or why it was not. */
        public static final String APPROVAL_ID = "approvalId";

        public static final String APPROVER = "approver";
        public static final String APPROVED_ONE_TIME_TOTAL = "approvedOneTimeTotal";
        public static final String APPROVED_RECURRING_TOTAL = "approvedRecurringTotal";
        public static final String APPROVED_CURRENCY = "approvedCurrency";
        public static final String DECLINE_REASON = "declineReason";
        /** Boolean: whether the approval is for no less than the order. */
        public static final String APPROVAL_COVERS = "approvalCovers";

        /** Transient with OrderLineFailed; "Line fallout" keeps its own copies, which its form shows. */
        public static final String ERROR_CODE = "errorCode";

        public static final String ERROR_REASON = "errorReason";
        public static final String ATTEMPT = "attempt";
        public static final String RETRYABLE = "retryable";
        public static final String OFFER_ID = "offerId";
        public static final String QUANTITY = "quantity";

        /** Of one "Line fallout" only: one of {@link Decisions}. */
        public static final String DECISION = "decision";

        public static final String DECISION_REASON = "decisionReason";
        public static final String DECIDED_BY = "decidedBy";
        /** The user task the decision was made in. */
        public static final String TASK_ID = "taskId";

        /** Transient with OrderCancelled: collection of the ids of the lines to reverse. */
        public static final String REVERSAL_LINE_IDS = "reversalLineIds";
        /** Transient with OrderCancelled: map from line to the attempt to be undone. */
        public static final String REVERSAL_ATTEMPTS = "reversalAttempts";

        public static final String CANCELLATION_REASON = "cancellationReason";

        private Variables() {}
    }

    /** What a person can decide about a line in fallout. */
    public static final class Decisions {

        public static final String RETRY = "RETRY";
        public static final String WAIVE = "WAIVE";
        public static final String CANCEL = "CANCEL";

        private Decisions() {}
    }

    /** Groups of people that user tasks are offered to. */
    public static final class Groups {

        public static final String ORDER_OPERATIONS = "order-operations";

        private Groups() {}
    }

    /** Names under which the model calls what it cannot do itself. */
    public static final class Delegates {

        /** Execution listener of the start event. */
        public static final String REPORT_ORCHESTRATION_STARTED = "reportOrchestrationStarted";

        public static final String REQUEST_APPROVAL = "requestApproval";
        public static final String CHECK_APPROVAL = "checkApproval";
        public static final String RAISE_APPROVAL_JEOPARDY = "raiseApprovalJeopardy";
        public static final String RELEASE_LINE = "releaseLine";
        public static final String RAISE_LINE_JEOPARDY = "raiseLineJeopardy";
        /** Task listener of "Resolve line fallout": refuses a completion without a decision, a reason or a person. */
        public static final String RECORD_DECISION = "recordDecision";

        public static final String DECIDE_RETRY = "decideRetry";
        public static final String DECIDE_WAIVER = "decideWaiver";
        /** Java delegate of both elements that decide to cancel the order. */
        public static final String DECIDE_CANCELLATION = "decideCancellation";

        public static final String RELEASE_REVERSAL = "releaseReversal";
        /** Java delegate of both end events of the process. */
        public static final String REPORT_ORCHESTRATION_FINISHED = "reportOrchestrationFinished";

        private Delegates() {}
    }

    /** The settings timers are read from. */
    public static final class Deadlines {

        /** Name of the bean. */
        public static final String BEAN = "deadlines";
        /** Property, ISO-8601 duration: how long after their release all lines should be done. */
        public static final String FULFILMENT = "fulfilment";
        /** Property, ISO-8601 repeating interval: when an approval that does not come is reported. */
        public static final String APPROVAL_REMINDER = "approvalReminder";

        private Deadlines() {}
    }
}
