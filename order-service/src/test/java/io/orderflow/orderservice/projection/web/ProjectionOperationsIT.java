package io.orderflow.orderservice.projection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.projection.OrderStory;
import io.orderflow.orderservice.projection.Projection;
import io.orderflow.orderservice.projection.replay.Generations;
import io.orderflow.orderservice.projection.replay.RunLock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProjectionOperationsIT {

    private static final String PATH = "/operations/projections/order-summary";
    private static final String RESUME = "{\"unfinished\": \"RESUME\"}";

    private final OrderServiceNode node = OrderServiceNode.shared();
    private final Http operator = node.httpOfOperator();

    @Test
    void anOperatorReplaysFollowsAndDropsWhatWasReplaced() {
        new Projection(node).await(OrderStory.completed(2).send(), 10);
        JsonNode before = operator.get(PATH).body();

        Http.Response started = operator.postJson(PATH + "/replays", RESUME);

        assertThat(started.status()).isEqualTo(202);
        assertThat(started.body().path("startedBy").asText()).isEqualTo("olga");
        JsonNode ended = await().atMost(Duration.ofSeconds(120))
                .until(
                        () -> operator.get(started.header("Location")).body(),
                        replay -> !replay.path("status").asText().equals("RUNNING"));
        assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("SWITCHED");
        assertThat(ended.at("/comparison/inUse")).isEqualTo(ended.at("/comparison/rebuilt"));
        assertThat(ended.path("done").asDouble()).isEqualTo(1);
        assertThat(ended.path("partitions")).hasSize(12);
        JsonNode after = operator.get(PATH).body();
        assertThat(after.path("table").asText()).isEqualTo(ended.path("table").asText());
        assertThat(after.path("rows").asLong())
                .isGreaterThanOrEqualTo(before.path("rows").asLong());

        String old = PATH + "/generations/" + before.path("generation").asInt() + "/removal";
        assertThat(operator.postJson(old, "{}").status()).isEqualTo(204);
        assertThat(operator.postJson(old, "{}").code()).isEqualTo("generation_not_old");
        Http.Response inUse = operator.postJson(
                PATH + "/generations/" + after.path("generation").asInt() + "/removal", "{}");
        assertThat(inUse.status()).isEqualTo(409);
        assertThat(operator.get(PATH).body().path("table")).isEqualTo(after.path("table"));
    }

    @Test
    void whileOneRunsAnotherIsRefused() {
        try (RunLock lock = node.bean(Generations.class).tryLock().orElseThrow()) {
            Http.Response refused = operator.postJson(PATH + "/replays", RESUME);

            assertThat(lock.isHeld()).isTrue();
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("replay_running");
            assertThat(operator.get(PATH).body().path("running").asBoolean()).isTrue();
        }
        assertThat(operator.get(PATH).body().path("running").asBoolean()).isFalse();
    }

    @Test
    void wrongRequestsAreToldWhatIsWrong() {
        assertThat(operator.postJson(PATH + "/replays", "{\"unfinished\": \"PERHAPS\", \"force\": true}")
                        .body()
                        .path("errors")
                        .findValuesAsText("field"))
                .containsExactlyInAnyOrder("/unfinished", "/force");
        assertThat(operator.get(PATH + "/replays/4711").code()).isEqualTo("generation_not_found");
    }

    @Test
    void whoIsNoOperatorSeesNothing() {
        assertThat(node.http().get(PATH).status()).isEqualTo(401);
        assertThat(node.http().postJson(PATH + "/replays", RESUME).status()).isEqualTo(401);
        assertThat(operator.get("/order-summaries").status()).isEqualTo(401);
    }
}
