package io.orderflow.orchestration;

import static io.orderflow.orchestration.Seen.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import java.time.Duration;
import java.time.Instant;
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
        assertThat(Duration.between(
                        timer.getCreateTime().toInstant(), timer.getDuedate().toInstant()))
                .isEqualTo(Duration.ofHours(4));

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
    void aMissingApprovalIsToldThreeTimes() {
        OrderEvents order = new OrderEvents(2, OrderApprovalIT.DEAR);
        seen().awaitOutcome(order.captured().send(), "APPLIED");
        Instant requested = seen().timerOf(order).getCreateTime().toInstant();

        for (int reminder = 1; reminder <= 3; reminder++) {
            engine.getManagementService().executeJob(seen().timerOf(order).getId());
        }

        eventually(() -> assertThat(Facts.of(order.orderId)).hasSize(5));
        assertThat(Facts.of(order.orderId).subList(2, 5)).allSatisfy(fact -> {
            assertThat(fact.at("/payload/cause").asText()).isEqualTo("APPROVAL_OVERDUE");
            assertThat(fact.path("payload").has("orderLineId")).isFalse();
            assertThat(Duration.between(moment(fact, "requestedAt"), requested).abs())
                    .isLessThan(Duration.ofSeconds(2));
        });
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(seen().instanceOf(order).getId())
                        .count())
                .isZero();
        assertThat(seen().whereIs(order)).containsExactly(Elements.AWAIT_APPROVAL);
    }

    private static Instant moment(JsonNode fact, String field) {
        return Instant.parse(fact.path("payload").path(field).asText());
    }
}
