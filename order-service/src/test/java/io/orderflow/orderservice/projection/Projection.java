package io.orderflow.orderservice.projection;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.Events;
import io.orderflow.orderservice.OrderServiceNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.awaitility.Awaitility;

/** The read model of a node, as tests look at it. */
public record Projection(OrderServiceNode node) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Waits until the read model knows of a version of the order. */
    public JsonNode await(OrderStory story, long version) {
        return Awaitility.await("version " + version + " of " + story.id())
                .atMost(PATIENCE)
                .until(
                        () -> find(story),
                        found ->
                                found.isPresent() && found.get().path("version").asLong() >= version)
                .orElseThrow();
    }

    public void awaitAll(Collection<OrderStory> stories) {
        String[] ids = stories.stream().map(OrderStory::id).toArray(String[]::new);
        int events = stories.stream().mapToInt(story -> story.records().size()).sum();
        Awaitility.await(events + " events")
                .atMost(PATIENCE)
                .until(
                        () -> node.jdbc()
                                .sql(
                                        "select coalesce(sum(version), 0) from order_summary_projection where order_id = any (:ids::text[])")
                                .param("ids", ids)
                                .query(Long.class)
                                .single(),
                        sum -> sum == events);
    }

    public Optional<JsonNode> find(OrderStory story) {
        return node.jdbc()
                .sql("select to_jsonb(p)::text from order_summary_projection p where order_id = ?")
                .param(story.id())
                .query(String.class)
                .optional()
                .map(row -> Events.read(row.getBytes(StandardCharsets.UTF_8)));
    }
}
