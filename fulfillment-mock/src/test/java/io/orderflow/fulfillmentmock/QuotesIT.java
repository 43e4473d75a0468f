package io.orderflow.fulfillmentmock;

import static io.orderflow.fulfillmentmock.MockNode.eventually;
import static io.orderflow.fulfillmentmock.OrderEvents.QUOTES;
import static io.orderflow.fulfillmentmock.OrderEvents.published;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.fulfillmentmock.MockNode.Response;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QuotesIT {

    private static final String BODY =
            """
            {"customerId": "cust_1", "acceptedBy": "user_42", "currency": "GBP", "lines": [
              {"quoteLineId": "1", "offerId": "85123A", "action": "ADD", "quantity": 6, "unitPrice": "2.55"},
              {"quoteLineId": "2", "offerId": "71053", "action": "ADD", "quantity": 1, "unitPrice": "12.10",
               "description": "WHITE METAL LANTERN ✨", "dependsOn": ["1"]}]}
            """;

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static MockNode node;

    private final String quoteId = "q_" + UUID.randomUUID();
    private final String path = "/quotes/" + quoteId + "/acceptance";

    @BeforeAll
    static void start() {
        node = MockNode.start(TestPostgres.newDatabase());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void anAcceptedQuoteBecomesAFact() {
        Response response = node.send(
                MockNode.as("demo")
                        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                        .POST(BodyPublishers.ofString(BODY)),
                path);
        assertThat(response.status()).isEqualTo(202);

        List<JsonNode> events = publishedOnceQuiet();
        assertThat(events).hasSize(1);
        JsonNode event = events.get(0);
        assertThat(event.path("eventType").asText()).isEqualTo("QuoteAccepted");
        assertThat(event.path("producer").asText()).isEqualTo("quote-service");
        assertThat(event.path("tenantId").asText()).isEqualTo("tenant_demo");
        assertThat(event.path("traceId").asText()).isEqualTo(TRACE);
        assertThat(event.path("aggregateVersion").asInt()).isEqualTo(1);
        JsonNode payload = event.path("payload");
        assertThat(payload.path("totals").toString())
                .isEqualTo("{\"oneTimeTotal\":\"27.40\",\"recurringTotal\":\"0.00\"}");
        assertThat(payload.at("/lines/0/dependsOn").toString()).isEqualTo("[]");
        assertThat(payload.at("/lines/0").has("description")).isFalse();
        assertThat(payload.at("/lines/1/description").asText()).isEqualTo("WHITE METAL LANTERN ✨");
        assertThat(payload.at("/lines/1/unitPrice").asText()).isEqualTo("12.10");
        assertThat(payload.path("commercialSnapshotHash"))
                .isEqualTo(response.json().path("commercialSnapshotHash"));
    }

    @Test
    void acceptingAgainPublishesNothing() {
        Response first = node.post(path, BODY);
        Response second = node.post(path, BODY.replace("\n", " "));
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(publishedOnceQuiet()).hasSize(1);
    }

    @Test
    void acceptingAgainWithOtherWordsIsAConflict() {
        node.post(path, BODY);
        Response second = node.post(path, BODY.replace("\"quantity\": 6", "\"quantity\": 7"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(second.json().path("code").asText()).isEqualTo("quote_conflict");
        assertThat(publishedOnceQuiet()).hasSize(1);
    }

    @Test
    void manyCallersAtOnceAreOneAcceptance() {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<Response>> responses = IntStream.range(0, 48)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> node.post(path, BODY), callers))
                    .toList();
            assertThat(responses.stream().map(CompletableFuture::join))
                    .allMatch(response -> response.status() == 202)
                    .extracting(Response::json)
                    .containsOnly(responses.get(0).join().json());
        } finally {
            callers.shutdownNow();
        }
        assertThat(publishedOnceQuiet()).hasSize(1);
    }

    @Test
    void theSameIdOfAnotherTenantIsAnotherQuote() {
        node.post(path, BODY);
        Response other =
                node.send(MockNode.as("other").POST(BodyPublishers.ofString(BODY.replace("cust_1", "cust_2"))), path);
        assertThat(other.status()).isEqualTo(202);
        assertThat(publishedOnceQuiet())
                .extracting(event -> event.path("tenantId").asText())
                .containsExactlyInAnyOrder("tenant_demo", "tenant_other");
    }

    @Test
    void aRefusedBodyLeavesNothingBehind() {
        Response response = node.post(path, BODY.replace("\"GBP\"", "\"pounds\", \"status\": \"DONE\""));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().path("code").asText()).isEqualTo("validation_failed");
        assertThat(response.json().path("traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(response.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("/currency", "/status");
        assertThat(publishedOnceQuiet()).isEmpty();
    }

    private List<JsonNode> publishedOnceQuiet() {
        eventually(() -> node.jdbc()
                        .sql("SELECT count(*) FROM outbox_event")
                        .query(Integer.class)
                        .single()
                == 0);
        return published(QUOTES, quoteId);
    }
}
