package io.orderflow.bpmn;

/**
 * The names in {@code processes/order-fulfillment/order-fulfillment.bpmn}. A test holds each of them to the model, so a
 * renamed element breaks the build and not a running order.
 */
public final class OrderFulfillmentProcess {

    /** Process definition key. */
    public static final String KEY = "order-fulfillment";

    private OrderFulfillmentProcess() {}

    /** Messages the process starts on or waits for; each is named after the event type that carries it. */
    public static final class Messages {

        public static final String ORDER_CAPTURED = "OrderCaptured";
        public static final String ORDER_COMPLETED = "OrderCompleted";
        public static final String ORDER_CANCELLED = "OrderCancelled";
        private static final String LINE_FULFILLMENT_COMPLETED = "OrderLineFulfillmentCompleted";

        private Messages() {}

        /** The message of one line: an instance waits for as many of them as it has lines. */
        public static String orderLineFulfillmentCompleted(String orderLineId) {
            return LINE_FULFILLMENT_COMPLETED + ":" + orderLineId;
        }
    }

    /** Ids of the model's elements, as they stand in history, in Cockpit and in the OrchestrationFinished fact. */
    public static final class Elements {

        public static final String ORDER_CAPTURED = "StartEvent_OrderCaptured";
        public static final String FULFIL_LINE = "SubProcess_FulfilLine";
        public static final String LINE_TO_FULFIL = "StartEvent_LineToFulfil";
        public static final String RELEASE_LINE = "ServiceTask_ReleaseLine";
        public static final String AWAIT_FULFILMENT = "ReceiveTask_AwaitFulfilment";
        public static final String LINE_FULFILLED = "EndEvent_LineFulfilled";
        public static final String AWAIT_ORDER_COMPLETION = "ReceiveTask_AwaitOrderCompletion";
        public static final String ORDER_COMPLETED = "EndEvent_OrderCompleted";
        public static final String CANCELLATION = "SubProcess_Cancellation";
        public static final String ORDER_CANCELLED_RECEIVED = "StartEvent_OrderCancelled";
        public static final String ORDER_CANCELLED = "EndEvent_OrderCancelled";

        private Elements() {}
    }

    /** Process variables. The order's business data is not among them: it belongs to the order service. */
    public static final class Variables {

        /** Collection of line ids, read once at the start; hand it over as a transient variable. */
        public static final String ORDER_LINE_IDS = "orderLineIds";
        /** The line of one "Fulfil line" instance. */
        public static final String ORDER_LINE_ID = "orderLineId";
        /** The business request the order belongs to. */
        public static final String CORRELATION_ID = "correlationId";

        private Variables() {}
    }

    /** Names under which the model calls what it cannot do itself. */
    public static final class Delegates {

        /** Execution listener of the start event. */
        public static final String REPORT_ORCHESTRATION_STARTED = "reportOrchestrationStarted";
        /** Java delegate of "Release line". */
        public static final String RELEASE_LINE = "releaseLine";
        /** Java delegate of both end events of the process. */
        public static final String REPORT_ORCHESTRATION_FINISHED = "reportOrchestrationFinished";

        private Delegates() {}
    }
}
