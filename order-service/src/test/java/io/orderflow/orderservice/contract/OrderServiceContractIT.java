package io.orderflow.orderservice.contract;

import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.testing.contractkits.ConsumedEvent;
import io.orderflow.testing.contractkits.ConsumerContract;
import io.orderflow.testing.contractkits.ProducedEvent;
import io.orderflow.testing.contractkits.ProducerContract;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.springframework.context.ApplicationContext;

/** Every event that this service publishes or reads, held to its contract. */
class OrderServiceContractIT {

    private static final OrderScene ORDER = new OrderScene();
    private static final FalloutScene FALLOUT = new FalloutScene(ORDER);
    private static final SummaryScene SUMMARY = new SummaryScene();

    private static final String[] TO_ACTIVE = {"OrderCaptured", "OrderValidated", "OrderActivated"};
    private static final String[] TO_STARTED = and(TO_ACTIVE, "OrderLineStarted");
    private static final String[] TO_REQUESTED = and(TO_STARTED, "OrderLineFulfillmentRequested");
    private static final String[] TO_LINE_FAILED = and(TO_REQUESTED, "OrderLineFailed");
    private static final String[] TO_CANCELLED = and(TO_REQUESTED, "OrderCancelled");
    private static final String[] TO_LINE_COMPLETED = and(TO_REQUESTED, "OrderLineFulfillmentCompleted");

    @Nested
    class Produces extends ProducerContract {

        @Override
        protected ApplicationContext service() {
            return OrderServiceNode.shared().context();
        }

        @Override
        protected List<ProducedEvent> events() {
            return List.of(
                    produces("OrderCaptured", ORDER::captured),
                    produces("OrderValidated", ORDER::captured),
                    produces("OrderRejected", ORDER::rejected),
                    produces("OrderActivated", ORDER::activated),
                    produces("OrderLineStarted", ORDER::requested),
                    produces("OrderLineFulfillmentRequested", ORDER::requested),
                    produces("OrderLineFulfillmentCompleted", ORDER::lineCompleted),
                    produces("OrderCompleted", ORDER::completed),
                    produces("OrderCancelled", ORDER::cancelled),
                    produces("OrderLineFailed", FALLOUT::lineFailed),
                    produces("OrderLineWaived", FALLOUT::lineWaived),
                    produces("OrderCancellationRefused", FALLOUT::cancellationRefused),
                    produces("OrderLineReversalRequested", FALLOUT::reversalRequested),
                    produces("OrderLineReversed", FALLOUT::lineReversed));
        }
    }

    @Nested
    class Consumes extends ConsumerContract {

        @Override
        protected ApplicationContext service() {
            return OrderServiceNode.shared().context();
        }

        @Override
        protected List<ConsumedEvent> events() {
            return List.of(
                    consumes("QuoteAccepted", ORDER::nextIsQuoteAccepted, ORDER::effects),
                    consumes("OrchestrationStarted", ORDER::nextIsOrchestrationStarted, ORDER::effects),
                    consumes("OrderLineReleased", ORDER::nextIsOrderLineReleased, ORDER::effects),
                    consumes("FulfillmentCompleted", ORDER::nextIsFulfillmentCompleted, ORDER::effects),
                    consumes("OrderLineRetryDecided", FALLOUT::nextIsOrderLineRetryDecided, ORDER::effects),
                    consumes("OrderLineWaiverDecided", FALLOUT::nextIsOrderLineWaiverDecided, ORDER::effects),
                    consumes("OrderCancellationDecided", FALLOUT::nextIsOrderCancellationDecided, ORDER::effects),
                    consumes("OrderLineReversalReleased", FALLOUT::nextIsOrderLineReversalReleased, ORDER::effects),
                    consumes("FulfillmentFailed", FALLOUT::nextIsFulfillmentFailed, ORDER::effects),
                    consumes("FulfillmentReversed", FALLOUT::nextIsFulfillmentReversed, ORDER::effects),
                    summarises("OrderCaptured"),
                    summarises("OrderRejected"),
                    summarises("OrderValidated", "OrderCaptured"),
                    summarises("OrderCancelled", "OrderCaptured", "OrderValidated"),
                    summarises("OrderActivated", "OrderCaptured", "OrderValidated"),
                    summarises("OrderLineStarted", TO_ACTIVE),
                    summarises("OrderLineFulfillmentRequested", TO_STARTED),
                    summarises("OrderLineFulfillmentCompleted", TO_REQUESTED),
                    summarises("OrderLineFailed", TO_REQUESTED),
                    summarises("OrderLineWaived", TO_LINE_FAILED),
                    summarises("OrderCancellationRefused", TO_LINE_COMPLETED),
                    summarises("OrderLineReversalRequested", TO_CANCELLED),
                    summarises("OrderLineReversed", and(TO_CANCELLED, "OrderLineReversalRequested")),
                    summarises("OrderCompleted", TO_LINE_COMPLETED));
        }

        private static ConsumedEvent summarises(String eventType, String... before) {
            return consumes(SummaryScene.GROUP, eventType, () -> SUMMARY.nextIs(eventType, before), SUMMARY::effects);
        }
    }

    private static String[] and(String[] before, String next) {
        return Stream.concat(Stream.of(before), Stream.of(next)).toArray(String[]::new);
    }
}
