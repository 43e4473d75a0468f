package io.orderflow.fulfillmentmock;

import static io.orderflow.fulfillmentmock.MockNode.eventually;
import static io.orderflow.fulfillmentmock.OrderEvents.ANSWERS;
import static io.orderflow.fulfillmentmock.OrderEvents.ORDERS;
import static io.orderflow.fulfillmentmock.OrderEvents.newOrderId;
import static io.orderflow.fulfillmentmock.OrderEvents.published;
import static io.orderflow.fulfillmentmock.OrderEvents.request;
import static io.orderflow.fulfillmentmock.OrderEvents.requests;
import static io.orderflow.fulfillmentmock.OrderEvents.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.fulfillmentmock.MockNode.Response;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What got lost between the events and the provider is found without being done again, and mended when somebody says so. */
class FulfillmentReplayIT {

    private static final String REPLAYS = "/operations/fulfillment/replays";
    private static final String REASON = "{\"reason\": \"rows were lost in a restore\"}";

    private static MockNode node;

    @BeforeAll
    static void start() throws Exception {
        // A database that begins anew beside topics that do not would be one large difference.
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()))) {
            Set<String> existing = admin.listTopics().names().get();
            List<String> old =
                    List.of(ORDERS, ANSWERS).stream().filter(existing::contains).toList();
            admin.deleteTopics(old).all().get();
            eventually(() -> admin.listTopics().names().get().stream().noneMatch(old::contains));
        }
        node = MockNode.start(TestPostgres.newDatabase());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void aQuickProvider() {
        latency(0);
    }

    @Test
    void whatIsLostIsFoundWithoutEffectsAndMendedOnce() {
        String damaged = answeredOrder(3);
        String unanswered = newOrderId();
        latency(86_400_000);
        send(requests(unanswered, 1));
        eventually(() -> count("fulfillment_request where order_id = '" + unanswered + "'") == 1);
        latency(0);
        String halfAnswered = orderWhoseFirstAnswerIsLost();
        String orphan = newOrderId();
        assertThat(findings(replay()))
                .as("before the damage")
                .extracting(this::kind)
                .containsExactly("UNANSWERED");

        sql("delete from fulfillment_request where order_line_id = '%s-1'".formatted(damaged));
        sql("update fulfillment_request set quantity = 99 where order_line_id = '%s-2'".formatted(damaged));
        sql("update fulfillment_request set answered_at = now() where order_id = '%s'".formatted(unanswered));
        sql(
                """
                insert into fulfillment_request
                select tenant_id, '%1$s', '%1$s-1', attempt, '%1$s-1:1', offer_id, action, quantity, 'prov_x',
                    requested_at, received_at, now() + interval '1 day', null, event_id, correlation_id, trace_id
                from fulfillment_request where order_line_id = '%2$s-3'
                """
                        .formatted(orphan, damaged));

        List<String> before = state();
        int answersBefore = TestKafka.records(ANSWERS).size();
        JsonNode replay = replay();

        assertThat(findings(replay))
                .extracting(this::kind, finding -> finding.path("orderLineId").asText())
                .containsExactlyInAnyOrder(
                        tuple("MISSING", damaged + "-1"),
                        tuple("DIFFERENT", damaged + "-2"),
                        tuple("UNANSWERED", unanswered + "-1"),
                        tuple("UNANSWERED", halfAnswered + "-1"),
                        tuple("ORPHAN", orphan + "-1"));
        assertThat(state()).as("effects of the replay").isEqualTo(before);
        assertThat(TestKafka.records(ANSWERS)).hasSize(answersBefore);

        JsonNode outcomes = repair(replay).path("outcomes");
        assertThat(outcomes).hasSize(5).allSatisfy(outcome -> assertThat(
                        outcome.path("result").asText())
                .isEqualTo("DONE"));
        assertThat(repair(replay).path("outcomes")).as("mended only once").isEmpty();
        eventually(() -> count("fulfillment_request where answered_at is null") == 0 && count("outbox_event") == 0);
        assertThat(published(ANSWERS, halfAnswered))
                .extracting(answer -> answer.path("aggregateVersion").asInt())
                .as("the version that consumers wait for is filled")
                .containsExactlyInAnyOrder(1, 2);
        assertThat(published(ANSWERS, unanswered)).hasSize(1);
        assertThat(quantityOf(damaged + "-2")).isEqualTo(quantityOf(damaged + "-3"));
        assertThat(findings(get(replay)))
                .allSatisfy(finding ->
                        assertThat(finding.path("repairedBy").asText()).isEqualTo("operator"))
                .allSatisfy(finding ->
                        assertThat(finding.path("repairReason").asText()).isEqualTo("rows were lost in a restore"));
        assertThat(findings(replay())).as("after the repair").isEmpty();
    }

    @Test
    void thePrintedCommandIsTheProvidersOwn() {
        String orderId = answeredOrder(1);
        sql("delete from fulfillment_request where order_id = '%s'".formatted(orderId));
        JsonNode command = findings(replay()).get(0).path("command");

        assertThat(node.send(
                                MockNode.as("demo")
                                        .method(
                                                command.path("method").asText(),
                                                BodyPublishers.ofString(
                                                        command.path("body").toString())),
                                command.path("path").asText())
                        .status())
                .isEqualTo(201);
        eventually(() -> count("fulfillment_request where answered_at is null") == 0 && count("outbox_event") == 0);
        assertThat(findings(replay())).isEmpty();
    }

    @Test
    void aReplayThatDiedIsRepeatedAndOneThatLivesIsNotDisturbed() {
        sql(
                """
                insert into fulfillment_replay (id, state, started_at, started_by, heard_of_at)
                values ('00000000-0000-0000-0000-000000000001', 'RUNNING', now(), 'somebody', now())
                """);
        Response refused = startReplay();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("replay_running");

        sql("update fulfillment_replay set heard_of_at = now() - interval '2 minutes' where state = 'RUNNING'");
        assertThat(replay().at("/replay/state").asText()).isEqualTo("FINISHED");
        assertThat(count("fulfillment_replay where state = 'INTERRUPTED'")).isEqualTo(1);
    }

    /** Its second answer arrives and its first one, which was counted, does not. */
    private static String orderWhoseFirstAnswerIsLost() {
        sql(
                """
                create function lose_answer() returns trigger language plpgsql as 'begin return null; end';
                create trigger lose_answer before insert on outbox_event for each row execute function lose_answer();
                """);
        String orderId = newOrderId();
        send(List.of(request(orderId, 1, 1)));
        eventually(
                () -> count("fulfillment_request where answered_at is not null and order_id = '" + orderId + "'") == 1);
        sql("drop function lose_answer cascade");
        send(List.of(request(orderId, 2, 2)));
        eventually(() -> published(ANSWERS, orderId).size() == 1);
        return orderId;
    }

    private static String answeredOrder(int lines) {
        String orderId = newOrderId();
        send(requests(orderId, lines));
        eventually(() -> published(ANSWERS, orderId).size() == lines && count("outbox_event") == 0);
        return orderId;
    }

    private static Response startReplay() {
        return node.send(MockNode.as("operator").POST(BodyPublishers.noBody()), REPLAYS);
    }

    private static JsonNode replay() {
        Response started = startReplay();
        assertThat(started.status()).isEqualTo(202);
        eventually(() -> !get(started.json()).at("/replay/state").asText().equals("RUNNING"));
        JsonNode ended = get(started.json());
        assertThat(ended.at("/replay/state").asText()).as(ended.toString()).isEqualTo("FINISHED");
        return ended;
    }

    private static JsonNode get(JsonNode replay) {
        return node.send(
                        MockNode.as("operator").GET(),
                        REPLAYS + "/" + replay.at("/replay/id").asText())
                .json();
    }

    private static JsonNode repair(JsonNode replay) {
        return node.send(
                        MockNode.as("operator").POST(BodyPublishers.ofString(REASON)),
                        REPLAYS + "/" + replay.at("/replay/id").asText() + "/repairs")
                .json();
    }

    private static JsonNode findings(JsonNode replay) {
        return replay.path("findings");
    }

    private String kind(JsonNode finding) {
        return finding.path("kind").asText();
    }

    private static int quantityOf(String lineId) {
        return node.jdbc()
                .sql("select quantity from fulfillment_request where order_line_id = :line")
                .param("line", lineId)
                .query(Integer.class)
                .single();
    }

    /** All that a replay must leave alone: the provider's log, the ledger, and what waits to be sent. */
    private static List<String> state() {
        return node.jdbc()
                .sql(
                        """
                        select to_jsonb(r)::text from fulfillment_request as r
                        union all select to_jsonb(i)::text from inbox_event as i
                        union all select to_jsonb(o)::text from outbox_event as o
                        order by 1
                        """)
                .query(String.class)
                .list();
    }

    private static void latency(int millis) {
        node.put("/fulfillment-latency", "{\"minMillis\": %1$d, \"maxMillis\": %1$d}".formatted(millis));
    }

    private static void sql(String statement) {
        node.jdbc().sql(statement).update();
    }

    private static long count(String rows) {
        return node.jdbc().sql("select count(*) from " + rows).query(Long.class).single();
    }
}
