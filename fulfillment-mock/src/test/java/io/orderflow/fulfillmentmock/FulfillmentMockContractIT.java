package io.orderflow.fulfillmentmock;

import static io.orderflow.fulfillmentmock.OrderEvents.newOrderId;
import static io.orderflow.fulfillmentmock.OrderEvents.request;
import static io.orderflow.fulfillmentmock.OrderEvents.reversal;
import static io.orderflow.fulfillmentmock.OrderEvents.send;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.testing.contractkits.ConsumedEvent;
import io.orderflow.testing.contractkits.ConsumerContract;
import io.orderflow.testing.contractkits.ExampleEvents;
import io.orderflow.testing.contractkits.ProducedEvent;
import io.orderflow.testing.contractkits.ProducerContract;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.springframework.context.ApplicationContext;

/** Every event that the outside world publishes or reads, held to its contract. */
class FulfillmentMockContractIT {

    private static final String ACCEPTANCE =
            """
            {"customerId": "cust_1", "acceptedBy": "user_42", "currency": "GBP", "lines": [
              {"quoteLineId": "1", "offerId": "85123A", "action": "ADD", "quantity": 6, "unitPrice": "2.55"},
              {"quoteLineId": "2", "offerId": "71053", "action": "ADD", "quantity": 1, "unitPrice": "12.10",
               "description": "WHITE METAL LANTERN", "dependsOn": ["1"]}]}
            """;

    private static MockNode node;

    @BeforeAll
    static void start() {
        node = MockNode.start(TestPostgres.newDatabase());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Nested
    class Produces extends ProducerContract {

        @Override
        protected ApplicationContext service() {
            return node.context();
        }

        @Override
        protected List<ProducedEvent> events() {
            return List.of(
                    produces("QuoteAccepted", FulfillmentMockContractIT::acceptedQuote),
                    produces("FulfillmentCompleted", FulfillmentMockContractIT::answeredOrder),
                    produces("FulfillmentFailed", FulfillmentMockContractIT::failedOrder),
                    produces("FulfillmentReversed", FulfillmentMockContractIT::reversedOrder),
                    produces("ApprovalGranted", () -> decidedOrder("GRANT")),
                    produces("ApprovalDeclined", () -> decidedOrder("DECLINE")));
        }
    }

    @Nested
    class Consumes extends ConsumerContract {

        @Override
        protected ApplicationContext service() {
            return node.context();
        }

        @Override
        protected List<ConsumedEvent> events() {
            return List.of(
                    consumes(
                            "OrderLineFulfillmentRequested",
                            FulfillmentMockContractIT::nextIsARequest,
                            id -> rows("fulfillment_request", id)),
                    consumes(
                            "OrderLineReversalRequested",
                            FulfillmentMockContractIT::nextIsAReversal,
                            id -> rows("fulfillment_reversal", id)),
                    consumes(
                            "OrderApprovalRequested",
                            FulfillmentMockContractIT::nextIsAnApproval,
                            id -> rows("approval_case", id)),
                    notified("OrderCaptured"),
                    notified("OrderRejected"),
                    notified("OrderLineFulfillmentCompleted"),
                    notified("OrderCompleted"),
                    notified("OrderCancelled"),
                    notified("OrderLineFailed"),
                    notified("OrderLineWaived"),
                    notified("OrderJeopardyRaised"),
                    notified("OrchestrationFinished"));
        }

        private static ConsumedEvent notified(String eventType) {
            return consumes(
                    eventType, () -> ExampleEvents.aboutNewAggregate(eventType), id -> rows("notification", id));
        }
    }

    private static String acceptedQuote() {
        String quoteId = "q_" + UUID.randomUUID();
        node.post("/quotes/" + quoteId + "/acceptance", ACCEPTANCE);
        return quoteId;
    }

    private static String answeredOrder() {
        latency(0);
        String orderId = newOrderId();
        send(List.of(request(orderId, 1, 1)));
        return orderId;
    }

    private static String failedOrder() {
        latency(0);
        String orderId = newOrderId();
        node.put("/fulfillment-scenarios", "{\"orderLineId\": \"%s-1\", \"behaviour\": \"FAIL\"}".formatted(orderId));
        send(List.of(request(orderId, 1, 1)));
        return orderId;
    }

    private static String reversedOrder() {
        latency(0);
        String orderId = newOrderId();
        send(List.of(request(orderId, 1, 1), reversal(orderId, 1, 1, 2)));
        return orderId;
    }

    private static String decidedOrder(String behaviour) {
        node.put(
                "/approval-policy",
                "{\"behaviour\": \"%s\", \"minLatencyMillis\": 0, \"maxLatencyMillis\": 0}".formatted(behaviour));
        ObjectNode asked = ExampleEvents.aboutNewAggregate("OrderApprovalRequested");
        ApprovalRequests.send(asked);
        return asked.path("aggregateId").asText();
    }

    /** The provider will answer tomorrow: an answer would be time's effect and not the event's. */
    private static ObjectNode nextIsARequest() {
        latency(86_400_000);
        return request(newOrderId(), 1, 1);
    }

    private static ObjectNode nextIsAReversal() {
        latency(86_400_000);
        return reversal(newOrderId(), 1, 1, 1);
    }

    private static ObjectNode nextIsAnApproval() {
        node.put("/approval-policy", "{\"behaviour\": \"SILENT\"}");
        return ExampleEvents.aboutNewAggregate("OrderApprovalRequested");
    }

    private static void latency(int millis) {
        node.put("/fulfillment-latency", "{\"minMillis\": %1$d, \"maxMillis\": %1$d}".formatted(millis));
    }

    private static List<String> rows(String table, String orderId) {
        return node.jdbc()
                .sql("SELECT to_jsonb(r)::text FROM " + table + " AS r WHERE order_id = :orderId ORDER BY 1")
                .param("orderId", orderId)
                .query(String.class)
                .list();
    }
}
