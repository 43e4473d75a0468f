package io.orderflow.orchestration;

import static io.orderflow.orchestration.Seen.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.testing.support.kafka.TestKafka;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Order events in, processes moved, facts out. */
class OrderEventsAdapterIT extends RunningOrchestration {

    private static final Logger LOG = LoggerFactory.getLogger(OrderEventsAdapterIT.class);

    @Test
    void aCapturedOrderStartsAProcessThatReleasesEveryLine() {
        OrderEvents order = new OrderEvents(3);

        Event captured = order.captured().send();

        eventually(() -> assertThat(Facts.of(order.orderId)).hasSize(4));
        ProcessInstance instance = seen().instanceOf(order);
        assertThat(instance.getTenantId()).isEqualTo("tenant_demo");
        assertThat(engine.getRuntimeService().getVariables(instance.getId()))
                .containsOnly(Map.entry("correlationId", order.correlationId));

        List<JsonNode> facts = Facts.of(order.orderId);
        assertThat(facts)
                .extracting(fact -> fact.path("eventType").asText())
                .containsExactly("OrchestrationStarted", "OrderLineReleased", "OrderLineReleased", "OrderLineReleased");
        assertThat(facts)
                .extracting(fact -> fact.path("aggregateVersion").asInt())
                .containsExactly(1, 2, 3, 4);
        assertThat(facts).allSatisfy(fact -> {
            assertThat(fact.path("aggregateType").asText()).isEqualTo("OrderProcess");
            assertThat(fact.path("correlationId").asText()).isEqualTo(order.correlationId);
            assertThat(fact.path("causationId").asText()).isEqualTo(captured.eventId());
            assertThat(fact.at("/payload/processInstanceId").asText()).isEqualTo(instance.getId());
        });
        assertThat(facts.get(0).at("/payload/processDefinitionKey").asText()).isEqualTo(OrderFulfillmentProcess.KEY);
        assertThat(facts.get(0).at("/payload/processDefinitionVersion").asInt()).isEqualTo(1);
        assertThat(facts.stream().skip(1).map(fact -> fact.at("/payload/orderLineId")
                        .asText()))
                .containsExactlyElementsOf(order.lines);
    }

    @Test
    void aCompletedOrderEndsItsProcessAtOrderCompleted() {
        OrderEvents order = new OrderEvents(3);
        order.captured().send();
        order.validated().send();
        List<String> shuffled = new ArrayList<>(order.lines);
        Collections.reverse(shuffled);
        shuffled.forEach(line -> order.lineCompleted(line).send());
        eventually(() -> assertThat(engine.getRuntimeService()
                        .getActiveActivityIds(seen().instanceOf(order).getId()))
                .containsExactly(Elements.AWAIT_ORDER_COMPLETION));

        Event completed = order.completed().send();

        eventually(() -> assertThat(Facts.typesOf(order.orderId)).contains("OrchestrationFinished"));
        seen().assertEnded(order, Elements.ORDER_COMPLETED);
        JsonNode finished = last(Facts.of(order.orderId));
        assertThat(finished.at("/payload/outcome").asText()).isEqualTo("COMPLETED");
        assertThat(finished.at("/payload/endEvent").asText()).isEqualTo(Elements.ORDER_COMPLETED);
        assertThat(finished.path("causationId").asText()).isEqualTo(completed.eventId());
        assertThat(finished.path("correlationId").asText()).isEqualTo(order.correlationId);
    }

    @Test
    void aCancelledOrderEndsItsProcessAtOrderCancelled() {
        OrderEvents order = new OrderEvents(3);
        order.captured().send();
        order.lineCompleted(order.lines.get(1)).send();

        order.cancelled().send();

        eventually(() -> assertThat(Facts.typesOf(order.orderId)).contains("OrchestrationFinished"));
        seen().assertEnded(order, Elements.ORDER_CANCELLED);
        assertThat(last(Facts.of(order.orderId)).at("/payload/outcome").asText())
                .isEqualTo("CANCELLED");
    }

    @Test
    void duplicatesChangeNothing() {
        OrderEvents order = new OrderEvents(2);
        List<Event> life = List.of(
                order.captured(),
                order.lineCompleted(order.lines.get(0)),
                order.lineCompleted(order.lines.get(1)),
                order.completed());
        Event.sendAll(life);
        eventually(() -> assertThat(Facts.typesOf(order.orderId)).contains("OrchestrationFinished"));
        List<String> facts = Facts.typesOf(order.orderId);

        Event.sendAll(life);
        Event capturedAgain = order.captured().send();
        Event completedAgain = order.completed().send();

        eventually(() -> assertThat(seen().outcomeOf(completedAgain)).isEqualTo("IGNORED"));
        assertThat(seen().outcomeOf(capturedAgain)).isEqualTo("IGNORED");
        assertThat(seen().reasonOf(capturedAgain)).startsWith("already started as ");
        assertThat(seen().reasonOf(completedAgain)).endsWith(" has ended");
        assertThat(life).allSatisfy(event -> assertThat(seen().outcomeOf(event)).isEqualTo("APPLIED"));
        assertThat(Facts.typesOf(order.orderId)).isEqualTo(facts);
        assertThat(Facts.deadLettersOf(order.orderId)).isEmpty();
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(order.orderId)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aBrokenRecordIsADeadLetterAndTheNextOneIsApplied() {
        OrderEvents order = new OrderEvents(1);
        TestKafka.send(OrderEvents.TOPIC, order.orderId, "{\"eventType\": \"OrderCaptured\", oops", Map.of());

        order.captured().send();

        eventually(() ->
                assertThat(Facts.typesOf(order.orderId)).containsExactly("OrchestrationStarted", "OrderLineReleased"));
        eventually(() -> assertThat(Facts.deadLettersOf(order.orderId))
                .singleElement()
                .satisfies(
                        letter -> assertThat(letter.path("errorClass").asText()).isEqualTo("malformed")));
    }

    @Test
    void anEventOfAnOrderThatWasNeverCapturedIsKeptAWhile() {
        OrderEvents order = new OrderEvents(1);

        Event completed = order.completed().send();

        seen().awaitOutcome(completed, "PARKED");
        assertThat(seen().codeOf(completed)).isEqualTo("unknown_aggregate");
        assertThat(Facts.of(order.orderId)).isEmpty();
    }

    @Test
    void anEarlyEventIsWokenByTheOneThatTheProcessWaitsForFirst() {
        OrderEvents order = new OrderEvents(1);
        order.captured().send();

        Event early = order.completed().send();

        seen().awaitOutcome(early, "PARKED");
        assertThat(seen().codeOf(early)).isEqualTo("not_waiting");
        assertThat(seen().whereIs(order)).containsExactly(Elements.AWAIT_FULFILMENT);
        Event fulfilled = order.lineCompleted(order.lines.get(0)).send();
        seen().awaitOutcome(fulfilled, "APPLIED");
        assertThat(seen().outcomeOf(early)).isEqualTo("APPLIED");
        seen().assertEnded(order, Elements.ORDER_COMPLETED);
        assertThat(Facts.deadLettersOf(order.orderId)).isEmpty();
    }

    @Test
    void theVerdictSaysWhatAnEventDid() {
        OrderEvents order = new OrderEvents(1);
        Event captured = order.captured().send();
        Event fulfilled = order.lineCompleted(order.lines.get(0)).send();

        seen().awaitOutcome(fulfilled, "APPLIED");
        assertThat(seen().reasonOf(captured)).startsWith("started order-fulfillment version ");
        assertThat(seen().reasonOf(fulfilled)).startsWith("continued ").endsWith(" at " + Elements.AWAIT_FULFILMENT);
    }

    @Test
    void anOrderOf675LinesLivesItsLife() {
        OrderEvents order = new OrderEvents(675);
        long begin = System.nanoTime();

        order.captured().send();
        eventually(() -> assertThat(Facts.of(order.orderId)).hasSize(676));
        long started = System.nanoTime();
        Event.sendAll(order.lines.stream().map(order::lineCompleted).toList());
        order.completed().send();
        eventually(() -> assertThat(jdbc.sql("select count(*) from act_ru_execution where business_key_ = ?")
                        .param(order.orderId)
                        .query(Long.class)
                        .single())
                .isZero());

        LOG.info(
                "675 lines: start and 676 facts {} ms, 676 events to the end {} ms",
                (started - begin) / 1_000_000,
                (System.nanoTime() - started) / 1_000_000);
        seen().assertEnded(order, Elements.ORDER_COMPLETED);
        eventually(() -> assertThat(Facts.of(order.orderId))
                .extracting(fact -> fact.path("aggregateVersion").asInt())
                .isEqualTo(IntStream.rangeClosed(1, 677).boxed().toList()));
    }

    private static JsonNode last(List<JsonNode> facts) {
        return facts.get(facts.size() - 1);
    }
}
