package io.orderflow.kafkaadapters.outbox;

import static io.orderflow.kafkaadapters.outbox.OutboxNode.SOON;
import static io.orderflow.kafkaadapters.outbox.OutboxNode.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can never be sent, what waits behind it, and what operators do about it. */
class ParkedOutboxIT {

    private static final byte[] TOO_LARGE = new byte[9_000_000];

    private final TestDatabase database = TestPostgres.newDatabase();
    private final String key = "key-" + UUID.randomUUID();
    private final String other = "other-" + UUID.randomUUID();
    private OutboxNode node;
    private ParkedOutbox parked;

    @BeforeEach
    void start() {
        node = OutboxNode.start(database);
        parked = node.bean(ParkedOutbox.class);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void parksForAMissingTopicWhileOthersGoOnAndSendsInOrderOnceItExists() {
        String missing = "test." + UUID.randomUUID() + ".v1";
        node.append(missing, key, "1", "2");
        node.append(TestEvents.TOPIC, other, "a");
        await().atMost(SOON).untilAsserted(() -> assertThat(codes()).containsExactly("unknown_topic", "behind_parked"));
        node.append(missing, key, "3");
        await().atMost(SOON)
                .until(() -> parked.list(missing, "behind_parked", 10).size() == 2);
        assertThat(published(TestEvents.TOPIC, other)).containsExactly("a");
        assertThat(node.meters()
                        .get("orderflow.outbox.failures")
                        .tag("code", "unknown_topic")
                        .tag("failure.class", "contract_violation")
                        .counter()
                        .count())
                .isEqualTo(1);

        TestKafka.createTopic(missing, 1);
        await().atMost(SOON).until(() -> {
            parked.requeueTopic(missing, "jane", "the topic exists now");
            node.awaitEmptyOutbox();
            return parked.list(missing, null, 10).isEmpty();
        });
        node.append(missing, key, "4");
        node.awaitEmptyOutbox();
        assertThat(published(missing, key)).containsExactly("1", "2", "3", "4");
    }

    @Test
    void freesAKeyByDiscardingWhatHoldsIt() {
        node.append(TestEvents.TOPIC, key, "1");
        node.append(TestEvents.TOPIC, key, TOO_LARGE);
        node.append(TestEvents.TOPIC, key, "3", "4");
        node.append(TestEvents.TOPIC, other, "a");
        await().atMost(SOON).untilAsserted(() -> assertThat(codes())
                .containsExactly("record_too_large", "behind_parked", "behind_parked"));
        ParkedRow first = parked.list(TestEvents.TOPIC, "record_too_large", 10).get(0);
        assertThat(first.headers()).containsEntry("eventId", "evt_1");
        assertThat(first.reason()).contains("RecordTooLarge");
        ParkedRow behind = parked.list(null, "behind_parked", 10).get(0);

        assertThatThrownBy(() -> parked.requeue(behind.shard(), behind.id(), "jane", "hurry"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(first.shard() + "/" + first.id());
        assertThatThrownBy(() -> parked.discard(first.shard(), first.id(), "jane", " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(parked.discard(first.shard(), first.id(), "jane", "customer sent a film"))
                .isTrue();
        assertThat(parked.discard(first.shard(), first.id(), "jane", "twice")).isFalse();

        node.append(TestEvents.TOPIC, key, "5");
        node.awaitEmptyOutbox();
        assertThat(codes()).isEmpty();
        assertThat(published(TestEvents.TOPIC, key)).containsExactly("1", "3", "4", "5");
        assertThat(audit())
                .containsExactly(
                        "jane DISCARD record_too_large customer sent a film",
                        "jane RELEASE behind_parked customer sent a film",
                        "jane RELEASE behind_parked customer sent a film");
    }

    @Test
    void requeuesTheFirstRowAndWithItWhatOnlyWaitedForIt() {
        node.append(TestEvents.TOPIC, key, TOO_LARGE);
        node.append(TestEvents.TOPIC, key, "2");
        await().atMost(SOON).untilAsserted(() -> assertThat(codes()).hasSize(2));
        node.jdbc()
                .sql("update outbox_parked set value = '1' where code = 'record_too_large'")
                .update();
        ParkedRow first = parked.list(null, "record_too_large", 10).get(0);

        assertThat(parked.requeue(first.shard(), first.id(), "jane", "made smaller"))
                .isEqualTo(2);
        node.awaitEmptyOutbox();
        assertThat(published(TestEvents.TOPIC, key)).containsExactly("1", "2");
        assertThat(audit())
                .containsExactly(
                        "jane REQUEUE record_too_large made smaller", "jane RELEASE behind_parked made smaller");
        assertThat(parked.requeue(first.shard(), first.id(), "jane", "twice")).isZero();
    }

    @Test
    void knowsAfterATakeOverWhichKeysAreHeld() {
        node.append(TestEvents.TOPIC, key, TOO_LARGE);
        await().atMost(SOON).untilAsserted(() -> assertThat(codes()).hasSize(1));
        node.close();
        try (OutboxNode heir = OutboxNode.start(database)) {
            heir.append(TestEvents.TOPIC, key, "2");
            await().atMost(SOON).untilAsserted(() -> assertThat(
                            heir.bean(ParkedOutbox.class).list(null, "behind_parked", 10))
                    .hasSize(1));
            assertThat(published(TestEvents.TOPIC, key)).isEmpty();
        }
    }

    @Test
    void goesOnWithTheKeyIfConfigured() {
        node.close();
        node = OutboxNode.start(database, "outbox.after-parked=continue");
        parked = node.bean(ParkedOutbox.class);
        node.append(TestEvents.TOPIC, key, TOO_LARGE);
        node.append(TestEvents.TOPIC, key, "2");
        node.awaitEmptyOutbox();
        assertThat(published(TestEvents.TOPIC, key)).containsExactly("2");
        assertThat(codes()).containsExactly("record_too_large");
    }

    /** Requeueing again and again while the relay parks behind and new events of the key come in. */
    @Test
    void keepsTheOrderOfAKeyThroughTheRaceOfRelayAndOperator() throws Exception {
        int rounds = 15;
        int each = 10;
        ExecutorService pool = Executors.newSingleThreadExecutor();
        List<String> expected = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            int from = round * each;
            node.append(TestEvents.TOPIC, key, TOO_LARGE);
            await().atMost(SOON)
                    .until(() -> !parked.list(null, "record_too_large", 1).isEmpty());
            ParkedRow first = parked.list(null, "record_too_large", 1).get(0);
            Future<?> appending = pool.submit(() -> IntStream.range(from, from + each)
                    .forEach(i -> node.append(TestEvents.TOPIC, key, String.valueOf(i))));
            parked.discard(first.shard(), first.id(), "jane", "race");
            appending.get();
            IntStream.range(from, from + each).mapToObj(String::valueOf).forEach(expected::add);
        }
        pool.shutdown();
        await().atMost(SOON).untilAsserted(() -> {
            node.awaitEmptyOutbox();
            assertThat(published(TestEvents.TOPIC, key)).containsExactlyElementsOf(expected);
        });
        assertThat(codes()).isEmpty();
    }

    private List<String> codes() {
        return parked.list(null, null, 100).stream().map(ParkedRow::code).toList();
    }

    private List<String> audit() {
        return node.jdbc()
                .sql("select concat_ws(' ', actor, action, parked_code, reason) from outbox_audit order by id")
                .query(String.class)
                .list();
    }
}
