package io.orderflow.testing.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.testing.e2e.client.Answer;
import io.orderflow.testing.e2e.client.JsonHttp;
import io.orderflow.testing.e2e.data.Invoice;
import io.orderflow.testing.e2e.data.Invoices;
import io.orderflow.testing.e2e.data.OrderBodies;
import io.orderflow.testing.e2e.stack.Stack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller learns who asks wrongly. */
class HttpErrorsIT {

    private final Stack stack = Stack.running();
    private final String quoteId = "q_http_" + UUID.randomUUID();
    private final Invoice invoice = Invoices.all().get(0);

    @ParameterizedTest
    @ValueSource(strings = {"{\"quoteId\": ", "[]", "\"order\"", "{\"quoteId\": 1e999999}"})
    void aBodyThatIsNoOrderIsRefused(String body) {
        assertProblem(stack.orders().http().send("POST", "/orders", body, Map.of("Idempotency-Key", quoteId)), 400);
    }

    @Test
    void allErrorsAreNamedAtOnce() {
        Map<String, Object> line =
                Map.of("quoteLineId", "1", "offerId", "85123A", "action", "ADD", "quantity", 0, "unitPrice", "cheap");
        Answer answer = stack.orders()
                .capture(Map.of("quoteId", quoteId, "currency", "pounds", "lines", List.of(line)), quoteId);

        assertThat(answer.status()).isIn(400, 422);
        assertThat(assertProblem(answer, answer.status()).path("errors"))
                .extracting(error -> error.path("field").asText())
                .anySatisfy(field -> assertThat(field).contains("customerId"))
                .anySatisfy(field -> assertThat(field).contains("currency"))
                .anySatisfy(field -> assertThat(field).contains("quantity"))
                .anySatisfy(field -> assertThat(field).contains("unitPrice"));
        assertThat(stack.orders().ofQuote(quoteId)).isEmpty();
    }

    @Test
    void anUnknownFieldIsRefused() {
        Map<String, Object> body = new HashMap<>(OrderBodies.order(quoteId, invoice));
        body.put("discount", "100%");

        assertProblem(stack.orders().capture(body, quoteId), 400);
        assertThat(stack.orders().ofQuote(quoteId)).isEmpty();
    }

    @Test
    void anUnknownOrderIsNotFound() {
        JsonNode problem = assertProblem(stack.orders().http().get("/orders/ord_" + "0".repeat(32)), 404);

        assertThat(problem.path("code").asText()).isEqualTo("order_not_found");
    }

    @Test
    void aKeyMayNotBeUsedForAnotherOrder() {
        stack.orders().capture(OrderBodies.order(quoteId, invoice), quoteId).expecting(201);
        stack.orders().capture(OrderBodies.order(quoteId, invoice), quoteId).expecting(200);

        Map<String, Object> other = new HashMap<>(OrderBodies.order(quoteId, invoice));
        other.put("customerId", "cust_other");
        JsonNode problem = assertProblem(stack.orders().capture(other, quoteId), 409);

        assertThat(problem.path("code").asText()).isEqualTo("idempotency_conflict");
        assertThat(stack.orders().ofQuote(quoteId)).hasSize(1);
    }

    @Test
    void aCallerWithoutNameIsRefused() {
        Answer answer = JsonHttp.anonymous(stack.orderService().url()).get("/orders/ord_unknown");

        assertThat(answer.status()).isEqualTo(401);
    }

    private static JsonNode assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("code").asText()).matches("[a-z]+(_[a-z]+)*");
        assertThat(answer.body().path("title").asText()).isNotBlank();
        assertThat(answer.body().toString()).doesNotContain("Exception", "io.orderflow");
        return answer.body();
    }
}
