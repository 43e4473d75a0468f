package io.orderflow.orderservice.projection.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.projection.OrderStory;
import io.orderflow.orderservice.projection.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderSummariesApiIT {

    private final OrderServiceNode node = OrderServiceNode.shared();

    @Test
    void pagesAreCutByKeyNewestFirst() {
        List<OrderStory> stories = Stream.generate(() ->
                        OrderStory.captured(OrderServiceNode.OTHER_TENANT, 2).validated())
                .limit(5)
                .toList();
        OrderStory.sendAll(stories);
        new Projection(node).awaitAll(stories);

        List<String> seen = new ArrayList<>();
        String path = "/order-summaries?status=VALIDATED&size=2";
        JsonNode page = get(path);
        while (page.hasNonNull("next")) {
            assertThat(page.path("items")).hasSize(2);
            page.path("items").forEach(item -> seen.add(item.path("orderId").asText()));
            page = get(path + "&before=" + page.path("next").asText());
        }
        page.path("items").forEach(item -> seen.add(item.path("orderId").asText()));

        assertThat(seen)
                .containsAll(stories.stream().map(OrderStory::id).toList())
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(get("/order-summaries?status=COMPLETED").path("items").findValuesAsText("orderId"))
                .doesNotContainAnyElementsOf(seen);
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        OrderStory story = OrderStory.captured(OrderServiceNode.OTHER_TENANT, 1).send();
        new Projection(node).await(story, 1);

        JsonNode own = get("/order-summaries?size=500");
        JsonNode item = Stream.iterate(0, i -> i + 1)
                .limit(own.path("items").size())
                .map(i -> own.path("items").get(i))
                .filter(each -> each.path("orderId").asText().equals(story.id()))
                .findFirst()
                .orElseThrow();
        assertThat(item.path("lines").path("pending").asInt()).isEqualTo(1);
        assertThat(item.at("/totals/oneTimeTotal").asText()).isEqualTo("27.40");
        assertThat(node.http()
                        .get("/order-summaries?size=500")
                        .body()
                        .path("items")
                        .findValuesAsText("orderId"))
                .doesNotContain(story.id());
    }

    @Test
    void allWrongParametersAreNamedAtOnce() {
        Http.Response refused = node.http().get("/order-summaries?status=GONE&size=501&page=1");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid_parameter");
        assertThat(refused.body().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("status", "size", "page");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    private JsonNode get(String path) {
        Http.Response response = node.httpOfOtherTenant().get(path);
        assertThat(response.status()).isEqualTo(200);
        return response.body();
    }
}
