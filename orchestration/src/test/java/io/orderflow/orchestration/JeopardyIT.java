package io.orderflow.orchestration;

import static io.orderflow.orchestration.Seen.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;

/** What takes too long is told, and waited for all the same. */
class JeopardyIT extends RunningOrchestration {

    @Test
    void linesThatAreStillOpenAreToldOnce() {
        OrderEvents order = new OrderEvents(4);
        order.captured().send();
        order.lineCompleted(order.lines.get(1)).send();
        order.lineFailed(order.lines.get(2), 1).send();
        seen().taskOf(order);
        Job timer = seen().timerOf(order);
        assertSetFor(timer, Duration.ofHours(4));

        engine.getManagementService().executeJob(timer.getId());

        eventually(() -> assertThat(Facts.of(order.orderId)).hasSize(8));
        List<JsonNode> raised = Facts.of(order.orderId).subList(5, 8);
        assertThat(raised).allSatisfy(fact -> {
            assertThat(fact.path("eventType").asText()).isEqualTo("OrderJeopardyRaised");
            assertThat(fact.path("correlationId").asText()).isEqualTo(order.correlationId);
            assertThat(fact.at("/payload/cause").asText()).isEqualTo("LINE_OVERDUE");
            assertThat(moment(fact, "dueAt")).isEqualTo(timer.getDuedate().toInstant());
            assertThat(moment(fact, "requestedAt"))
                    .isEqualTo(timer.getCreateTime().toInstant());
        });
        assertThat(raised.stream().map(fact -> fact.at("/payload/orderLineId").asText()))
                .containsExactly(order.lines.get(0), order.lines.get(2), order.lines.get(3));
        assertThat(seen().whereIs(order))
                .containsExactlyInAnyOrder(
                        Elements.AWAIT_FULFILMENT, Elements.AWAIT_FULFILMENT, Elements.RESOLVE_LINE_FALLOUT);
    }

    @Test
    void anOrderHasOneTimerHoweverManyLinesItHas() {
        OrderEvents order = new OrderEvents(20);
        seen().awaitOutcome(order.captured().send(), "APPLIED");

        assertThat(seen().timerOf(order).getProcessInstanceId())
                .isEqualTo(seen().instanceOf(order).getId());
    }

    @Test
    void aMissingApprovalIsToldAndWaitedForAllTheSame() {
        OrderEvents order = new OrderEvents(2, OrderApprovalIT.DEAR);
        seen().awaitOutcome(order.captured().send(), "APPLIED");
        Job first = seen().timerOf(order);
        assertSetFor(first, Duration.ofHours(24));

        engine.getManagementService().executeJob(first.getId());

        eventually(() -> assertThat(Facts.of(order.orderId)).hasSize(3));
        JsonNode raised = Facts.of(order.orderId).get(2);
        assertThat(raised.at("/payload/cause").asText()).isEqualTo("APPROVAL_OVERDUE");
        assertThat(raised.path("payload").has("orderLineId")).isFalse();
        assertThat(moment(raised, "dueAt")).isEqualTo(first.getDuedate().toInstant());
        assertThat(raised.at("/payload/requestedAt"))
                .isEqualTo(Facts.of(order.orderId).get(1).at("/payload/requestedAt"));
        assertThat(seen().timerOf(order).getId()).as("the next reminder").isNotEqualTo(first.getId());
        assertThat(seen().whereIs(order)).containsExactly(Elements.AWAIT_APPROVAL);
    }

    /** The engine reads its clock twice. */
    private static void assertSetFor(Job timer, Duration wait) {
        assertThat(timer.getDuedate().toInstant())
                .isCloseTo(timer.getCreateTime().toInstant().plus(wait), within(1, ChronoUnit.SECONDS));
    }

    private static Instant moment(JsonNode fact, String field) {
        return Instant.parse(fact.path("payload").path(field).asText());
    }
}
