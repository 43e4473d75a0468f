package io.orderflow.fulfillmentmock;

import static io.orderflow.fulfillmentmock.MockNode.eventually;
import static io.orderflow.fulfillmentmock.OrderEvents.ANSWERS;
import static io.orderflow.fulfillmentmock.OrderEvents.newOrderId;
import static io.orderflow.fulfillmentmock.OrderEvents.published;
import static io.orderflow.fulfillmentmock.OrderEvents.request;
import static io.orderflow.fulfillmentmock.OrderEvents.requests;
import static io.orderflow.fulfillmentmock.OrderEvents.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each behaviour puts on the topic and into the log. */
class ScenariosIT {

    private static final String SCENARIOS = "/fulfillment-scenarios";

    private static MockNode node;

    private final String orderId = newOrderId();

    @BeforeAll
    static void start() {
        node = MockNode.start(TestPostgres.newDatabase());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void nothingSpecial() {
        node.put("/fulfillment-latency", "{\"minMillis\": 0, \"maxMillis\": 0}");
        assertThat(node.delete(SCENARIOS).status()).isEqualTo(200);
    }

    @Test
    void failsForGood() {
        scenario("\"FAIL\", \"errorCode\": \"out_of_stock\", \"errorMessage\": \"Not before August\"");
        send(requests(orderId, 1));
        JsonNode answer = answers(1).get(0);
        assertThat(answer.path("eventType").asText()).isEqualTo("FulfillmentFailed");
        assertThat(answer.at("/payload/errorCode").asText()).isEqualTo("out_of_stock");
        assertThat(answer.at("/payload/errorMessage").asText()).isEqualTo("Not before August");
        assertThat(answer.at("/payload/retryable").asBoolean(true)).isFalse();
        JsonNode logged = log().get(0);
        assertThat(logged.path("outcome").asText()).isEqualTo("FAILED");
        assertThat(logged.path("behaviour").asText()).isEqualTo("FAIL");
        assertThat(logged.at("/failure/code").asText()).isEqualTo("out_of_stock");
        assertThat(logged.path("copies").asInt()).isEqualTo(1);
    }

    @Test
    void failsTwiceAndThenSucceeds() {
        scenario("\"FAIL_THEN_SUCCEED\", \"failures\": 2");
        send(List.of(request(orderId, 1, 1, 1), request(orderId, 1, 2, 2), request(orderId, 1, 3, 3)));
        assertThat(answers(3))
                .extracting(answer -> answer.at("/payload/attempt").asInt()
                        + answer.path("eventType").asText())
                .containsExactly("1FulfillmentFailed", "2FulfillmentFailed", "3FulfillmentCompleted");
        assertThat(published(ANSWERS, orderId).get(0).at("/payload/retryable").asBoolean())
                .isTrue();
    }

    @Test
    void saysTheSameSeveralTimesInEventsOfTheirOwn() {
        scenario("\"DUPLICATE\", \"copies\": 3");
        send(requests(orderId, 1));
        List<JsonNode> answers = answers(3);
        assertThat(answers)
                .extracting(answer -> answer.path("eventId").asText())
                .doesNotHaveDuplicates();
        assertThat(answers)
                .extracting(answer -> answer.path("aggregateVersion").asInt())
                .containsExactly(1, 2, 3);
        assertThat(answers)
                .extracting(answer -> answer.path("payload"))
                .containsOnly(answers.get(0).path("payload"));
        assertThat(log()).hasSize(1);
        assertThat(log().get(0).path("copies").asInt()).isEqualTo(3);
    }

    @Test
    void answersTogetherInTheOppositeOrderOnceTheLastIsDue() {
        scenario("\"REORDER\", \"minLatencyMillis\": 200, \"maxLatencyMillis\": 1500");
        send(requests(orderId, 6));
        answers(6);
        List<String> lastDueFirst = StreamSupport.stream(log().spliterator(), false)
                .sorted(Comparator.comparing((JsonNode logged) ->
                                Instant.parse(logged.path("dueAt").asText()))
                        .reversed())
                .map(logged -> logged.path("orderLineId").asText())
                .toList();
        List<String> asAnswered = published(ANSWERS, orderId).stream()
                .map(answer -> answer.at("/payload/orderLineId").asText())
                .toList();
        assertThat(asAnswered).isEqualTo(lastDueFirst);
        assertThat(log().findValuesAsText("answeredAt").stream().distinct())
                .as("in one go")
                .hasSize(1);
    }

    @Test
    void losesItsAnswerUntilSomebodyHasItSentAgain() {
        scenario("\"LOSE\"");
        send(requests(orderId, 2));
        eventually(() -> log().findValues("answeredAt").size() == 2);
        await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5)).until(() -> published(ANSWERS, orderId)
                .isEmpty());
        assertThat(log().findValuesAsText("copies")).containsOnly("0");

        node.post(
                "/fulfillment-answers",
                "{\"orderId\": \"%1$s\", \"orderLineId\": \"%1$s-2\", \"attempt\": 1, \"aggregateVersion\": 0}"
                        .formatted(orderId));
        JsonNode answer = answers(1).get(0);
        assertThat(answer.at("/payload/orderLineId").asText()).isEqualTo(orderId + "-2");
        assertThat(answer.path("aggregateVersion").asInt())
                .as("the lost one was never counted")
                .isEqualTo(1);
        assertThat(log().findValuesAsText("copies")).containsExactly("0", "1");
    }

    @Test
    void sendsGarbageBesideTheRightAnswerWithoutUsingUpAVersion() {
        scenario("\"GARBAGE\"");
        send(requests(orderId, 2));
        eventually(() -> raw().size() == 4);
        assertThat(raw()).filteredOn(value -> !value.endsWith("}")).hasSize(2);
        assertThat(raw())
                .filteredOn(value -> value.endsWith("}"))
                .extracting(value -> value.replaceAll(".*\"aggregateVersion\":(\\d+).*", "$1"))
                .containsExactly("1", "2");
    }

    @Test
    void whatIsDecidedStaysWhateverIsSaidLater() {
        scenario("\"FAIL\", \"minLatencyMillis\": 400, \"maxLatencyMillis\": 400");
        send(requests(orderId, 1));
        eventually(() -> log().size() == 1);
        scenario("\"SUCCEED\"");
        assertThat(answers(1).get(0).path("eventType").asText()).isEqualTo("FulfillmentFailed");
    }

    private List<JsonNode> answers(int count) {
        eventually(() -> published(ANSWERS, orderId).size() == count);
        return published(ANSWERS, orderId);
    }

    private List<String> raw() {
        return TestKafka.records(ANSWERS).stream()
                .filter(sent -> orderId.equals(sent.key()))
                .map(sent -> new String(sent.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private JsonNode log() {
        return node.get("/fulfillment-requests?orderId=" + orderId).json().path("items");
    }

    private static void scenario(String behaviour) {
        assertThat(node.put(SCENARIOS, "{\"behaviour\": %s}".formatted(behaviour))
                        .status())
                .isEqualTo(200);
    }
}
