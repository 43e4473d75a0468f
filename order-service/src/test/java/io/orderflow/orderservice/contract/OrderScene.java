package io.orderflow.orderservice.contract;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.orderservice.Events;
import io.orderflow.orderservice.OrderServiceNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Orders of two lines, the second of which waits for the first, at every point of their lives. */
final class OrderScene {

    private static final String PROCESS = "p-1";

    private static final String LINES =
            """
            [{"quoteLineId": "a", "offerId": "O-1", "action": "ADD", "quantity": 1, "unitPrice": "12.50",
              "description": "first", "dependsOn": []},
             {"quoteLineId": "b", "offerId": "O-2", "action": "ADD", "quantity": 1, "unitPrice": "12.50",
              "description": "second", "dependsOn": ["a"]}]
            """;

    private static final String CYCLE =
            """
            [{"quoteLineId": "a", "offerId": "O", "action": "ADD", "quantity": 1, "unitPrice": "1.00", "dependsOn": ["b"]},
             {"quoteLineId": "b", "offerId": "O", "action": "ADD", "quantity": 1, "unitPrice": "1.00", "dependsOn": ["a"]}]
            """;

    private final OrderServiceNode node = OrderServiceNode.shared();

    /** @return the order's id, as all that follow */
    String captured() {
        return quoteAccepted(LINES);
    }

    /** Of lines whatever was delivered of which can be taken back. */
    String capturedReversible() {
        return quoteAccepted(LINES.replace("O-1", OrderServiceNode.REVERSIBLE_OFFER));
    }

    String rejected() {
        return quoteAccepted(CYCLE);
    }

    String activated() {
        return activate(captured());
    }

    /** The first line is requested, the second one is not released. */
    String requested() {
        return request(activated());
    }

    String lineCompleted() {
        return completeFirst(requested());
    }

    /** The first line is completed, the second one is requested. */
    String bothRequested() {
        return releaseSecond(lineCompleted());
    }

    String completed() {
        return then(bothRequested(), id -> Events.fulfillmentCompleted(id, 2), 10);
    }

    String cancelled() {
        return cancel(requested());
    }

    /** The first line is to be taken back although it was delivered. */
    String cancelledAfterDelivery() {
        return cancel(completeFirst(request(activate(capturedReversible()))));
    }

    private String activate(String orderId) {
        return then(orderId, id -> Events.orchestrationStarted(id, PROCESS), 3);
    }

    private String request(String orderId) {
        return then(orderId, id -> Events.orderLineReleased(id, 1, PROCESS), 5);
    }

    private String completeFirst(String orderId) {
        return then(orderId, id -> Events.fulfillmentCompleted(id, 1), 6);
    }

    private String releaseSecond(String orderId) {
        return then(orderId, id -> Events.orderLineReleased(id, 2, PROCESS), 8);
    }

    private String cancel(String orderId) {
        int status = node.http().cancel(orderId).status();
        if (status != 200) {
            throw new IllegalStateException("cancelling " + orderId + " gave " + status);
        }
        return orderId;
    }

    /** Sends the event and waits for the order to have that version. */
    String then(String orderId, Function<String, Events.Outgoing> event, long version) {
        event.apply(orderId).send();
        soon().until(() -> node.jdbc()
                        .sql("select version from orders where id = ?")
                        .param(orderId)
                        .query(Long.class)
                        .single()
                >= version);
        return orderId;
    }

    ObjectNode nextIsQuoteAccepted() {
        return next(Events.quoteAccepted(newQuote(), LINES), 1);
    }

    ObjectNode nextIsOrchestrationStarted() {
        return next(Events.orchestrationStarted(captured(), PROCESS), 1);
    }

    ObjectNode nextIsOrderLineReleased() {
        return next(Events.orderLineReleased(activated(), 1, PROCESS), 2);
    }

    ObjectNode nextIsFulfillmentCompleted() {
        return next(Events.fulfillmentCompleted(requested(), 1), 1);
    }

    /** All that an event can change about an order; found by the order's id or its quote's. */
    List<String> effects(String id) {
        return node.jdbc()
                .sql(
                        """
                        with meant as (select tenant_id, id from orders where :id in (id, quote_id))
                        select to_jsonb(o)::text from orders as o join meant using (tenant_id, id)
                         union all
                        select to_jsonb(l)::text from order_lines as l
                          join meant on meant.tenant_id = l.tenant_id and meant.id = l.order_id
                         union all
                        select to_jsonb(h)::text from order_history as h
                          join meant on meant.tenant_id = h.tenant_id and meant.id = h.order_id
                         order by 1
                        """)
                .param("id", id)
                .query(String.class)
                .list();
    }

    static ObjectNode next(Events.Outgoing event, long version) {
        return event.envelope().put("aggregateVersion", version);
    }

    private String quoteAccepted(String lines) {
        String quoteId = newQuote();
        Events.quoteAccepted(quoteId, lines).send();
        return soon().until(
                        () -> node.jdbc()
                                .sql("select id from orders where quote_id = ?")
                                .param(quoteId)
                                .query(String.class)
                                .optional()
                                .orElse(""),
                        id -> !id.isEmpty());
    }

    private static String newQuote() {
        return "q_" + UUID.randomUUID();
    }

    private static org.awaitility.core.ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60));
    }
}
