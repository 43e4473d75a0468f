package io.orderflow.orderservice.order.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.Events;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.testing.support.kafka.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** An order of which the service is told by records alone, and what became of it. */
final class ToldOrder {

    static final String TWO_LINES =
            """
            [{"quoteLineId": "a", "offerId": "O-1", "action": "ADD", "quantity": 1, "unitPrice": "12.50", "dependsOn": []},
             {"quoteLineId": "b", "offerId": "O-2", "action": "ADD", "quantity": 1, "unitPrice": "12.50",
              "description": "second", "dependsOn": ["a"]}]
            """;

    private static final OrderServiceNode NODE = OrderServiceNode.shared();

    private final String quoteId = "q_" + UUID.randomUUID();

    String quoteId() {
        return quoteId;
    }

    /** Two lines, the second of which waits for the first, both released. */
    String released(String lines) {
        Events.quoteAccepted(quoteId, lines).send();
        String orderId = captured();
        Events.sendAll(List.of(
                Events.orchestrationStarted(orderId, "p-1"),
                Events.orderLineReleased(orderId, 1, "p-1"),
                Events.orderLineReleased(orderId, 2, "p-1")));
        awaitStatus(1, "REQUESTED");
        awaitStatus(2, "RELEASED");
        return orderId;
    }

    /** The order's id, once it is there. */
    String captured() {
        return soon().until(
                        () -> NODE.jdbc()
                                .sql("select id from orders where quote_id = ?")
                                .param(quoteId)
                                .query(String.class)
                                .optional()
                                .orElse(""),
                        id -> !id.isEmpty());
    }

    void awaitStatus(int line, String status) {
        soon().until(() -> numbersWithStatus(status).contains(line));
    }

    List<Integer> numbersWithStatus(String status) {
        return NODE.jdbc()
                .sql(
                        """
                        select number from order_lines join orders on orders.id = order_id
                         where quote_id = ? and order_lines.status = ? order by number
                        """)
                .params(quoteId, status)
                .query(Integer.class)
                .list();
    }

    /** The order's row and then its lines', as JSON. */
    List<JsonNode> rows() {
        return NODE
                .jdbc()
                .sql(
                        """
                        select to_jsonb(o)::text from orders as o where quote_id = :quote
                         union all
                        (select to_jsonb(l)::text from order_lines as l join orders as o on o.id = order_id
                          where quote_id = :quote order by number)
                        """)
                .param("quote", quoteId)
                .query(String.class)
                .list()
                .stream()
                .map(row -> Events.read(row.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** What was published, once it ends with this type; held to the history: one row and one fact for each version. */
    List<JsonNode> publishedUpTo(String type) {
        String orderId = captured();
        List<JsonNode> published = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> Events.published(orderId),
                        events -> !events.isEmpty()
                                && type.equals(events.get(events.size() - 1)
                                        .get("eventType")
                                        .asText()));
        assertThat(published)
                .extracting(event -> event.get("aggregateVersion").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, published.size()).boxed().toList());
        assertThat(NODE.jdbc()
                        .sql("select event_id from order_history where order_id = ? order by version")
                        .param(orderId)
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(published.stream()
                        .map(event -> event.get("eventId").asText())
                        .toList());
        return published;
    }

    /** The last rows of the history: line, states, event, actor and reason. */
    List<String> lastSteps(int count) {
        List<String> steps = NODE.jdbc()
                .sql(
                        """
                        select concat_ws(' ', split_part(line_id, '-', 2), from_status, to_status, event_type, actor, reason)
                          from order_history join orders on orders.id = order_id
                         where quote_id = ? order by order_history.version
                        """)
                .param(quoteId)
                .query(String.class)
                .list();
        return steps.subList(steps.size() - count, steps.size());
    }

    static String awaitOutcome(Events.Outgoing event) {
        return soon().until(() -> outcome(event), outcome -> !outcome.isEmpty());
    }

    /** The ledger's verdict: outcome, code and reason. */
    static String outcome(Events.Outgoing event) {
        return NODE.jdbc()
                .sql(
                        "select concat_ws(' ', outcome, coalesce(code, 'null'), reason) from inbox_event where event_id = ?::uuid")
                .param(event.id())
                .query(String.class)
                .optional()
                .orElse("");
    }

    static void awaitDeadLetters(String topic, String key, int count) {
        soon().until(() -> TestKafka.records(topic).stream()
                        .filter(record -> key.equals(record.key()))
                        .count()
                == count);
    }

    private static ConditionFactory soon() {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60));
    }
}
