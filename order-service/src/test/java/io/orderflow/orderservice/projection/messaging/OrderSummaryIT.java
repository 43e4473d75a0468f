package io.orderflow.orderservice.projection.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.projection.OrderStory;
import io.orderflow.orderservice.projection.Projection;
import io.orderflow.testing.support.kafka.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the consumer group makes of events, in whatever order they come and however often. */
class OrderSummaryIT {

    private final OrderServiceNode node = OrderServiceNode.shared();
    private final Projection projection = new Projection(node);

    @Test
    void aRowTellsWhereTheOrderAndItsLinesAre() {
        OrderStory story = OrderStory.captured(4).validated().activated();
        story.started(1)
                .requested(1)
                .fulfilled(1)
                .started(2)
                .requested(2)
                .started(3)
                .send();

        JsonNode row = projection.await(story, 9);
        assertThat(row.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(row.path("line_count").asInt()).isEqualTo(4);
        assertThat(row.path("pending_lines").asInt()).isEqualTo(1);
        assertThat(row.path("released_lines").asInt()).isEqualTo(1);
        assertThat(row.path("requested_lines").asInt()).isEqualTo(1);
        assertThat(row.path("completed_lines").asInt()).isEqualTo(1);
        assertThat(row.path("quote_id").asText()).isEqualTo("q_" + story.id());
        assertThat(row.path("currency").asText()).isEqualTo("GBP");
        assertThat(row.path("one_time_total").asDouble()).isEqualTo(27.4);
        assertThat(row.path("last_event_at").asText()).contains(":00:00.009");

        TestKafka.sendAll(List.of(story.cancelled().record(10)));
        row = projection.await(story, 10);
        assertThat(row.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(row.path("completed_lines").asInt()).isEqualTo(1);
        assertThat(row.path("cancelled_lines").asInt()).isEqualTo(3);
        assertThat(row.path("pending_lines").asInt()).isZero();
    }

    @Test
    void duplicatesRepetitionsAndDisorderEndAsTheStoryWasTold() {
        OrderStory told = OrderStory.completed(1).send();
        JsonNode expected = projection.await(told, 7);

        OrderStory messy = OrderStory.completed(1);
        TestKafka.sendAll(List.of(
                messy.record(2),
                messy.record(1),
                messy.record(1),
                messy.retold(1),
                messy.record(5),
                messy.record(4),
                messy.record(7),
                messy.record(3),
                messy.record(6),
                messy.retold(6),
                messy.record(2)));

        JsonNode row = projection.await(messy, 7);
        for (String column : List.of(
                "status", "line_count", "completed_lines", "requested_lines", "pending_lines", "last_event_at")) {
            assertThat(row.get(column)).as(column).isEqualTo(expected.get(column));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> outcomes(messy), outcomes -> outcomes.equals(List.of("APPLIED 7", "STALE 2")));
    }

    private List<String> outcomes(OrderStory story) {
        return node
                .jdbc()
                .sql(
                        """
                        select outcome || ' ' || count(*) from inbox_event
                         where consumer = 'projection-service.order-read-model.consumer' and aggregate_id = ?
                         group by outcome order by outcome
                        """)
                .param(story.id())
                .query(String.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
