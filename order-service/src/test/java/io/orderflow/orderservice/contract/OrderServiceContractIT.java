package io.orderflow.orderservice.contract;

import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.testing.contractkits.ConsumedEvent;
import io.orderflow.testing.contractkits.ConsumerContract;
import io.orderflow.testing.contractkits.ProducedEvent;
import io.orderflow.testing.contractkits.ProducerContract;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.springframework.context.ApplicationContext;

/** Every event that this service publishes or reads, held to its contract. */
class OrderServiceContractIT {

    private static final OrderScene ORDER = new OrderScene();

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
                    produces("OrderCancelled", ORDER::cancelled));
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
                    consumes("FulfillmentCompleted", ORDER::nextIsFulfillmentCompleted, ORDER::effects));
        }
    }
}
