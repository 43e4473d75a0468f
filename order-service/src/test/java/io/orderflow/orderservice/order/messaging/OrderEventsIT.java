package io.orderflow.orderservice.order.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.Events;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.testing.support.kafka.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Records in, state and records out, over a real broker. */
class OrderEventsIT {

    private static final String LINE_OF_TREE =
            """
            {"quoteLineId": "l%d", "offerId": "O", "action": "ADD", "quantity": 1, "unitPrice": "0.42", "dependsOn": [%s]}
            """;

    private final OrderServiceNode node = OrderServiceNode.shared();
    private final ToldOrder order = new ToldOrder();
    private final String quoteId = order.quoteId();

    @Test
    void anOrderLivesFromItsQuoteToItsCompletion() {
        Events.Outgoing quote = Events.quoteAccepted(quoteId, ToldOrder.TWO_LINES);
        quote.send();
        String orderId = order.captured();
        Events.orchestrationStarted(orderId, "p-1").send();
        Events.orderLineReleased(orderId, 1, "p-1").send();
        Events.orderLineReleased(orderId, 2, "p-1").send();
        order.awaitStatus(1, "REQUESTED");
        order.awaitStatus(2, "RELEASED");
        Events.fulfillmentCompleted(orderId, 1).send();
        order.awaitStatus(2, "REQUESTED");
        Events.fulfillmentCompleted(orderId, 2).send();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> Events.publishedTypes(orderId).contains("OrderCompleted"));
        List<JsonNode> published = Events.published(orderId);
        assertThat(published)
                .extracting(event -> event.get("eventType").asText())
                .containsExactly(
                        "OrderCaptured",
                        "OrderValidated",
                        "OrderActivated",
                        "OrderLineStarted",
                        "OrderLineFulfillmentRequested",
                        "OrderLineStarted",
                        "OrderLineFulfillmentCompleted",
                        "OrderLineFulfillmentRequested",
                        "OrderLineFulfillmentCompleted",
                        "OrderCompleted");
        assertThat(published)
                .extracting(event -> event.get("aggregateVersion").asLong())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(published)
                .allSatisfy(event -> assertThat(event.get("tenantId").asText()).isEqualTo(OrderServiceNode.TENANT))
                .allSatisfy(
                        event -> assertThat(event.get("aggregateType").asText()).isEqualTo("Order"));
        JsonNode first = published.get(0);
        assertThat(first.get("causationId").asText()).isEqualTo(quote.id());
        assertThat(first.get("correlationId").asText()).isEqualTo("corr_" + quoteId);
        assertThat(first.at("/payload/lineSummaries/1/dependsOn/0").asText()).isEqualTo(orderId + "-1");
        assertThat(first.at("/payload/lineSummaries/0").has("description")).isFalse();
        assertThat(first.at("/payload/lineSummaries/1/unitPrice").asText()).isEqualTo("12.50");

        JsonNode shown = node.http().get("/orders/" + orderId).body();
        assertThat(shown.get("status").asText()).isEqualTo("COMPLETED");
        assertThat(shown.get("version").asLong()).isEqualTo(10);
        assertThat(shown.at("/lines/0/providerReference").asText()).isEqualTo("ref-1");
        JsonNode history = node.http().get("/orders/" + orderId + "/history").body();
        assertThat(history.get("items").findValuesAsText("eventId"))
                .containsExactlyElementsOf(published.stream()
                        .map(event -> event.get("eventId").asText())
                        .toList());
        assertThat(history.at("/items/0/actor").asText()).isEqualTo("quote-service");
        assertThat(history.at("/items/0/cause").asText()).isEqualTo(quote.id());
    }

    @Test
    void aQuoteThatNobodyCanFulfilBecomesARejectedOrder() {
        Events.Outgoing quote = Events.quoteAccepted(
                quoteId,
                """
                [{"quoteLineId": "a", "offerId": "O", "action": "ADD", "quantity": 1, "unitPrice": "1.00", "dependsOn": ["b"]},
                 {"quoteLineId": "b", "offerId": "O", "action": "ADD", "quantity": 1, "unitPrice": "-1.00", "dependsOn": ["a"]}]
                """);
        quote.send();

        String orderId = order.captured();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !Events.published(orderId).isEmpty());
        assertThat(Events.publishedTypes(orderId)).containsExactly("OrderRejected");
        assertThat(Events.published(orderId).get(0).at("/payload/reasons").findValuesAsText("code"))
                .containsExactlyInAnyOrder("dependency_cycle", "out_of_range");
        assertThat(ToldOrder.outcome(quote)).startsWith("REJECTED out_of_range order " + orderId);
        JsonNode shown = node.http().get("/orders/" + orderId).body();
        assertThat(shown.get("status").asText()).isEqualTo("REJECTED");
        assertThat(shown.has("rejectedAt")).isTrue();
        assertThat(shown.get("lines")).isEmpty();
        assertThat(node.http()
                        .get("/orders/" + orderId + "/history")
                        .body()
                        .at("/items/0/reason")
                        .asText())
                .contains("dependency_cycle");
    }

    @Test
    void theSameQuoteUnderAnotherEventIsStale() {
        Events.quoteAccepted(quoteId, ToldOrder.TWO_LINES).send();
        String orderId = order.captured();
        Events.Outgoing again = Events.quoteAccepted(quoteId, ToldOrder.TWO_LINES);
        again.send();

        assertThat(ToldOrder.awaitOutcome(again)).isEqualTo("STALE null the quote has order " + orderId + " already");
    }

    @Test
    void textThatCannotBeStoredIsADeadLetter() {
        Events.Outgoing quote = Events.quoteAccepted(quoteId, ToldOrder.TWO_LINES.replace("second", "\\ud800"));
        quote.envelope().put("aggregateVersion", 1);
        // Half a surrogate pair exists in JSON only, as an escape.
        String value = quote.envelope().toString().replace("\ud800", "\\ud800");
        TestKafka.send(Events.QUOTES, quoteId, value, Map.of("tenantId", OrderServiceNode.TENANT));

        assertThat(ToldOrder.awaitOutcome(quote)).startsWith("DEAD_LETTER invalid_text");
    }

    @Test
    void eventsForNobodyAndEventsThatContradictAreDeadLetters() {
        String nobody = "ord_" + UUID.randomUUID().toString().replace("-", "");
        Events.Outgoing unknown = Events.fulfillmentCompleted(nobody, 1);
        unknown.send();
        assertThat(ToldOrder.awaitOutcome(unknown)).startsWith("DEAD_LETTER unknown_aggregate there is no order");

        Events.quoteAccepted(quoteId, ToldOrder.TWO_LINES).send();
        String orderId = order.captured();
        Events.Outgoing tooEarly = Events.orderLineReleased(orderId, 1, "p-1");
        Events.Outgoing started = Events.orchestrationStarted(orderId, "p-1");
        Events.Outgoing second = Events.orchestrationStarted(orderId, "p-2");
        Events.Outgoing noSuchLine = Events.orderLineReleased(orderId, 3, "p-1");
        Events.Outgoing released = Events.orderLineReleased(orderId, 1, "p-1");
        Events.Outgoing foreign = Events.orderLineReleased(orderId, 2, "p-1");
        foreign.envelope().withObject("/payload").put("orderId", nobody);
        Events.sendAll(List.of(tooEarly, started, second, noSuchLine, released, foreign));
        assertThat(ToldOrder.awaitOutcome(foreign)).startsWith("DEAD_LETTER key_mismatch");
        assertThat(ToldOrder.outcome(tooEarly)).startsWith("DEAD_LETTER unexpected_state");
        assertThat(ToldOrder.outcome(started)).startsWith("APPLIED");
        assertThat(ToldOrder.outcome(second)).startsWith("DEAD_LETTER conflicting_event");
        assertThat(ToldOrder.outcome(noSuchLine)).startsWith("DEAD_LETTER unknown_aggregate");
        assertThat(ToldOrder.outcome(released)).startsWith("APPLIED");

        Events.Outgoing unasked = Events.fulfillmentCompleted(orderId, 1, 2, orderId + "-1:2", "ref");
        Events.Outgoing done = Events.fulfillmentCompleted(orderId, 1);
        Events.Outgoing doneAgain = Events.fulfillmentCompleted(orderId, 1);
        Events.Outgoing doneOtherwise = Events.fulfillmentCompleted(orderId, 1, 1, orderId + "-1:1", "another");
        Events.sendAll(List.of(unasked, done, doneAgain, doneOtherwise));
        assertThat(ToldOrder.awaitOutcome(doneOtherwise)).startsWith("DEAD_LETTER conflicting_event");
        assertThat(ToldOrder.outcome(unasked)).startsWith("DEAD_LETTER conflicting_event");
        assertThat(ToldOrder.outcome(done)).startsWith("APPLIED");
        assertThat(ToldOrder.outcome(doneAgain)).startsWith("STALE");
        ToldOrder.awaitDeadLetters("oms.fulfillment.integration.dlt.v1", orderId, 2);
    }

    @Test
    void whatComesAfterACancellationIsStaleAndChangesNothing() {
        Events.quoteAccepted(quoteId, ToldOrder.TWO_LINES).send();
        String orderId = order.captured();
        Events.orchestrationStarted(orderId, "p-1").send();
        Events.orderLineReleased(orderId, 1, "p-1").send();
        order.awaitStatus(1, "REQUESTED");
        assertThat(node.http().cancel(orderId).status()).isEqualTo(200);
        Events.Outgoing late = Events.fulfillmentCompleted(orderId, 1);
        late.send();

        assertThat(ToldOrder.awaitOutcome(late)).isEqualTo("STALE null the line is CANCELLED");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Events.publishedTypes(orderId).contains("OrderCancelled"));
        JsonNode fact = Events.published(orderId).get(Events.published(orderId).size() - 1);
        assertThat(fact.at("/payload/lines/0/reversalRequired").asBoolean()).isTrue();
        assertThat(fact.at("/payload/lines/1/reversalRequired").asBoolean()).isFalse();
        assertThat(fact.at("/metadata/actorId").asText()).isEqualTo("alice");
        assertThat(fact.get("correlationId").asText()).isEqualTo("corr_" + quoteId);
    }

    @Test
    void anOrderOf675LinesCompletes() {
        int count = 675;
        // A tree: each line waits for one earlier line and holds up two later ones.
        String lines = IntStream.rangeClosed(1, count)
                .mapToObj(i -> LINE_OF_TREE.formatted(i, i == 1 ? "" : "\"l%d\"".formatted(i / 2)))
                .toList()
                .toString();
        Events.quoteAccepted(quoteId, lines).send();
        String orderId = order.captured();
        List<Events.Outgoing> progress = new ArrayList<>();
        progress.add(Events.orchestrationStarted(orderId, "p-1"));
        IntStream.rangeClosed(1, count).forEach(i -> progress.add(Events.orderLineReleased(orderId, i, "p-1")));
        Events.sendAll(progress);
        for (int done = 0; done < count; ) {
            int before = done;
            List<Integer> requested = await().atMost(Duration.ofSeconds(60))
                    .until(() -> order.numbersWithStatus("REQUESTED"), numbers -> !numbers.isEmpty());
            Events.sendAll(requested.stream()
                    .map(number -> Events.fulfillmentCompleted(orderId, number))
                    .toList());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> order.numbersWithStatus("COMPLETED").size() >= before + requested.size());
            done += requested.size();
        }

        await().atMost(Duration.ofSeconds(30))
                .until(() -> Events.publishedTypes(orderId).contains("OrderCompleted"));
        assertThat(Events.published(orderId))
                .extracting(event -> event.get("aggregateVersion").asInt())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 3 + 3 * count + 1).boxed().toList());
    }
}
