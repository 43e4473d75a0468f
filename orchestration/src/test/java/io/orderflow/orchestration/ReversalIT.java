package io.orderflow.orchestration;

import static io.orderflow.orchestration.Seen.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A cancelled order ends when everything that was asked for has been taken back. */
class ReversalIT extends RunningOrchestration {

    @Test
    void eachLineToReverseIsReleasedAndAwaited() {
        OrderEvents order = new OrderEvents(3);
        Set<String> toReverse = Set.of(order.lines.get(0), order.lines.get(2));
        order.captured().send();

        Event cancelled = order.cancelled(toReverse).send();

        eventually(() -> assertThat(Facts.of(order.orderId)).hasSize(6));
        List<JsonNode> released = Facts.of(order.orderId).subList(4, 6);
        assertThat(released).allSatisfy(fact -> {
            assertThat(fact.path("eventType").asText()).isEqualTo("OrderLineReversalReleased");
            assertThat(fact.path("causationId").asText()).isEqualTo(cancelled.eventId());
            assertThat(fact.at("/payload/attempt").asInt()).isEqualTo(2);
            assertThat(fact.at("/payload/reason").asText()).isEqualTo("Ordered twice");
        });
        assertThat(released.stream().map(fact -> fact.at("/payload/orderLineId").asText()))
                .containsExactly(order.lines.get(0), order.lines.get(2));

        order.lineReversed(order.lines.get(2)).send();
        eventually(() -> assertThat(seen().whereIs(order)).containsExactly(Elements.AWAIT_REVERSAL));
        order.lineReversed(order.lines.get(0)).send();

        eventually(() -> assertThat(Facts.typesOf(order.orderId)).last().isEqualTo("OrchestrationFinished"));
        seen().assertEnded(order, Elements.ORDER_CANCELLED);
    }

    @Test
    void allLinesOfALargeOrderAreReversed() {
        OrderEvents order = new OrderEvents(675);
        order.captured().send();

        order.cancelled(Set.copyOf(order.lines)).send();
        Event.sendAll(order.lines.stream().map(order::lineReversed).toList());

        eventually(() -> assertThat(Facts.of(order.orderId)).hasSize(1 + 675 + 675 + 1));
        seen().assertEnded(order, Elements.ORDER_CANCELLED);
    }
}
