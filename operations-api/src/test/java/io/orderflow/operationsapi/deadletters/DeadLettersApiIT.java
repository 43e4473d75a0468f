package io.orderflow.operationsapi.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.operationsapi.ServiceNode;
import io.orderflow.operationsapi.ServiceNode.Answer;
import io.orderflow.testing.support.kafka.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLettersApiIT {

    private static final String PATH = "/operations/dead-letters";
    private static final String OPERATOR = "operator:secret";
    private static final String EXECUTE =
            """
            {"mode": "EXECUTE", "atMost": 10, "perSecond": 100, "reason": "mended"}""";

    private static final StubbornHandler HANDLER = new StubbornHandler();
    private static final String GROUP = HANDLER.subscription().consumerGroup();
    private static ServiceNode node;

    @BeforeAll
    static void start() {
        node = ServiceNode.start(
                HANDLER,
                Map.of(
                        "orderflow.operations.users[0].name", "operator",
                        "orderflow.operations.users[0].password", "secret"));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void aLetterIsFoundTriedBroughtBackAndRemembered() {
        String order = "ord_" + UUID.randomUUID();
        send(order);
        JsonNode letter = awaitLetterOf(order);
        assertThat(letter.path("code").asText()).isEqualTo("handler_failed");
        assertThat(letter.path("consumerGroup").asText()).isEqualTo(GROUP);
        String id = letter.path("id").asText();
        Answer whole = node.get(PATH + "/" + id, OPERATOR);
        assertThat(whole.body().path("value").asText()).contains(order);
        assertThat(whole.body().path("attempts")).hasSize(1);

        String which = PATH + "/redrive?group=" + GROUP + "&aggregateId=" + order;
        assertThat(verdict(node.post(which, OPERATOR, EXECUTE.replace("EXECUTE", "DRY_RUN"))))
                .isEqualTo("FAILED_AGAIN");
        HANDLER.mend();
        int before = HANDLER.applied();
        Answer done = node.post(which, OPERATOR, EXECUTE);
        assertThat(verdict(done)).isEqualTo("APPLIED");
        assertThat(done.body().path("remaining").asInt()).isZero();
        assertThat(HANDLER.applied()).isEqualTo(before + 1);
        JsonNode decision =
                node.get(PATH + "/" + id, OPERATOR).body().path("decisions").path(0);
        assertThat(decision.path("actor").asText()).isEqualTo("operator");
        assertThat(decision.path("reason").asText()).isEqualTo("mended");
        assertThat(node.get(PATH + "?state=REDRIVEN&aggregateId=" + order, OPERATOR)
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aLetterIsGivenUpOnlyWhenThatIsMeant() {
        TestKafka.send(StubbornHandler.TOPIC, "nobody", "no json".getBytes(StandardCharsets.UTF_8), Map.of());
        await().atMost(Duration.ofSeconds(20)).until(() -> total("code=malformed") == 1);
        String which = PATH + "/discard?code=malformed&group=" + GROUP;
        String order = """
                {"mode": "%s", "atMost": 10, "reason": "noise"}""";

        assertThat(node.post(which, OPERATOR, order.formatted("DRY_RUN")).body().path("discarded"))
                .hasSize(1);
        assertThat(total("code=malformed")).isEqualTo(1);
        assertThat(node.post(which, OPERATOR, order.formatted("EXECUTE"))
                        .body()
                        .path("remaining")
                        .asInt())
                .isZero();
        assertThat(total("code=malformed")).isZero();
    }

    @Test
    void onlyOperatorsComeIn() {
        for (String nobody : new String[] {"", "operator:wrong", "demo:secret", ":"}) {
            Answer answer = node.get(PATH, nobody);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(node.post(PATH + "/redrive", nobody, EXECUTE).status()).isEqualTo(401);
        }
    }

    @Test
    void whereNoOperatorIsNamedNobodyComesIn() {
        try (ServiceNode closed = ServiceNode.start(new StubbornHandler(), Map.of())) {
            assertThat(closed.get(PATH, OPERATOR).status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`?limit=0`                | 400 | invalid_parameter",
                "`?limit=501`              | 400 | invalid_parameter",
                "`?state=SHUT`             | 400 | invalid_parameter",
                "`?failureClass=BAD`       | 400 | invalid_parameter",
                "`?failedFrom=yesterday`   | 400 | invalid_date",
                "`?id=7`                   | 400 | invalid_id",
                "`?group=a&group=b`        | 400 | invalid_parameter",
                "`?nonsense=1`             | 400 | invalid_parameter",
                "`/not-an-id`              | 404 | dead_letter_not_found",
                "`/0190a1b2-0000-7000-8000-000000000000` | 404 | dead_letter_not_found"
            })
    void saysWhatIsWrongWithAQuestion(String question, int status, String code) {
        assertRefused(node.get(PATH + question, OPERATOR), status, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{}`                                                                         | required",
                "`[]`                                                                         | type_mismatch",
                "`{\"mode\":\"PERHAPS\",\"atMost\":1,\"perSecond\":1,\"reason\":\"r\"}`       | invalid_value",
                "`{\"mode\":\"DRY_RUN\",\"atMost\":0,\"perSecond\":1,\"reason\":\"r\"}`       | out_of_range",
                "`{\"mode\":\"DRY_RUN\",\"atMost\":1001,\"perSecond\":1,\"reason\":\"r\"}`    | out_of_range",
                "`{\"mode\":\"DRY_RUN\",\"atMost\":1,\"perSecond\":1}`                        | required",
                "`{\"mode\":\"DRY_RUN\",\"atMost\":1,\"perSecond\":1,\"reason\":\" \"}`       | required",
                "`{\"mode\":\"DRY_RUN\",\"atMost\":1,\"perSecond\":1,\"reason\":\"r\",\"x\":1}` | unknown_field"
            })
    void saysWhatIsWrongWithAnOrder(String body, String code) {
        assertRefused(node.post(PATH + "/redrive", OPERATOR, body), 400, code);
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
        assertThat(answer.body().path("traceId").asText()).matches("[0-9a-f]{32}");
    }

    private static String verdict(Answer answer) {
        return answer.body().path("results").path(0).path("verdict").asText();
    }

    private static long total(String filter) {
        return node.get(PATH + "?group=" + GROUP + "&" + filter, OPERATOR)
                .body()
                .path("total")
                .asLong();
    }

    private static JsonNode awaitLetterOf(String order) {
        await().atMost(Duration.ofSeconds(20)).until(() -> total("aggregateId=" + order) == 1);
        return node.get(PATH + "?aggregateId=" + order, OPERATOR)
                .body()
                .path("letters")
                .path(0);
    }

    private static void send(String order) {
        String event =
                """
                {"eventId": "%s", "eventType": "OrderLineReleased", "eventVersion": 1,
                 "occurredAt": "2026-07-02T12:00:00Z", "producer": "orchestration-service", "tenantId": "tenant_demo",
                 "aggregateType": "OrderProcess", "aggregateId": "%2$s", "aggregateVersion": 1,
                 "correlationId": "c", "schemaRef": "schema://oms.orchestration.events/OrderLineReleased/1",
                 "payload": {"orderId": "%2$s", "orderLineId": "l1", "processInstanceId": "p",
                             "releasedAt": "2026-07-02T12:00:00Z"},
                 "metadata": {}}
                """
                        .formatted(UuidCreator.getTimeOrderedEpoch(), order);
        TestKafka.send(
                StubbornHandler.TOPIC,
                order,
                event.getBytes(StandardCharsets.UTF_8),
                Map.of("tenantId", "tenant_demo"));
    }
}
