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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The window of what was published: kept, sent again in order, dropped in time. */
class PublishedEventsIT {

    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

    private final TestDatabase database = TestPostgres.newDatabase();
    private final String key = "key-" + UUID.randomUUID();

    @Test
    void sendsAgainWhatABrokerMayHaveLost() {
        String second = "test." + UUID.randomUUID() + ".v1";
        TestKafka.createTopic(second, 1);
        try (OutboxNode node = OutboxNode.start(database)) {
            PublishedEvents window = node.bean(PublishedEvents.class);
            node.append(TestEvents.TOPIC, key, "1", "2");
            node.append(TestEvents.TOPIC, key, "3");
            node.append(second, key, "a");
            node.awaitEmptyOutbox();
            assertThat(kept(node)).isEqualTo(4);
            assertThat(node.count("outbox_published_default")).isZero();

            assertThatThrownBy(() -> window.resend(EVER, NEVER, null, "", "why"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(window.resend(EVER, EVER.plusSeconds(1), null, "jane", "nothing then"))
                    .isZero();
            assertThat(window.resend(EVER, NEVER, TestEvents.TOPIC, "jane", "disk of broker 2 lost"))
                    .isEqualTo(3);
            await().atMost(SOON).untilAsserted(() -> assertThat(published(TestEvents.TOPIC, key))
                    .containsExactly("1", "2", "3", "1", "2", "3"));
            assertThat(published(second, key)).containsExactly("a");
            node.awaitEmptyOutbox();
            assertThat(kept(node)).as("kept again").isEqualTo(7);
            assertThat(node.jdbc()
                            .sql("select concat_ws(' ', actor, reason, topic, records) from outbox_audit"
                                    + " where action = 'RESEND' order by id desc limit 1")
                            .query(String.class)
                            .single())
                    .isEqualTo("jane disk of broker 2 lost " + TestEvents.TOPIC + " 3");
        }
    }

    @Test
    void keepsNothingIfSwitchedOff() {
        try (OutboxNode node = OutboxNode.start(database, "outbox.published-window=0s")) {
            node.append(TestEvents.TOPIC, key, "1");
            node.awaitEmptyOutbox();
            assertThat(published(TestEvents.TOPIC, key)).containsExactly("1");
            assertThat(node.count("outbox_published")).isZero();
        }
    }

    @Test
    void dropsPartitionsThatHaveLeftTheWindowAndMakesThemAhead() {
        try (OutboxNode node = OutboxNode.start(database)) {
            node.append(TestEvents.TOPIC, key, "1");
            node.awaitEmptyOutbox();
            PublishedPartitions partitions = node.bean(PublishedPartitions.class);
            Instant now = node.jdbc()
                    .sql("select clock_timestamp()")
                    .query(java.sql.Timestamp.class)
                    .single()
                    .toInstant();
            List<String> first = partitions.names();
            assertThat(first).hasSizeGreaterThanOrEqualTo(9);

            partitions.maintain(now.plus(Duration.ofMinutes(50)));
            assertThat(node.count("outbox_published")).isEqualTo(1);
            assertThat(partitions.names()).containsAll(first).hasSizeGreaterThan(first.size());

            partitions.maintain(now.plus(Duration.ofMinutes(80)));
            assertThat(node.count("outbox_published")).isZero();
            assertThat(partitions.names()).isNotEmpty().doesNotContain(first.get(0));
        }
    }

    @Test
    void emptiesTheSpareRoomToo() {
        try (OutboxNode node = OutboxNode.start(database)) {
            node.jdbc()
                    .sql("insert into outbox_published values ('2020-01-01', 1, '')")
                    .update();
            assertThat(node.count("outbox_published_default")).isEqualTo(1);
            node.bean(PublishedPartitions.class).run();
            assertThat(node.count("outbox_published_default")).isZero();
        }
    }

    private static long kept(OutboxNode node) {
        return node.jdbc()
                .sql("select coalesce(sum(records), 0) from outbox_published")
                .query(Long.class)
                .single();
    }
}
