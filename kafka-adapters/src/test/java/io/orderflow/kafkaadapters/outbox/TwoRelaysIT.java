package io.orderflow.kafkaadapters.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.LibraryNode;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Two nodes share one outbox; one of them leaves in the middle. Nothing is lost and every key stays in order. */
class TwoRelaysIT {

    private static final int KEYS = 100;
    private static final int EVENTS_PER_KEY = 60;

    @Test
    void publishesEachEventInOrderOfItsKeyWhileNodesComeAndGo() throws IOException {
        TestDatabase database = TestPostgres.newDatabase();
        List<String> keys =
                IntStream.range(0, KEYS).mapToObj(i -> TestEvents.newOrderId()).toList();
        try (LibraryNode first = LibraryNode.start(database)) {
            append(first, keys, EVENTS_PER_KEY / 3);
            try (LibraryNode second = LibraryNode.start(database)) {
                append(second, keys, EVENTS_PER_KEY / 3);
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(shardsByOwner(first))
                        .hasSize(2)
                        .allSatisfy((owner, shards) -> assertThat(shards).isEqualTo(16)));
            }
            append(first, keys, EVENTS_PER_KEY / 3);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(first.count("select count(*) from outbox_event"))
                            .isZero());
        }

        Map<String, List<Long>> firstOccurrences = firstOccurrences(keys);
        List<Long> all = LongStream.rangeClosed(1, EVENTS_PER_KEY).boxed().toList();
        assertThat(firstOccurrences)
                .hasSize(KEYS)
                .allSatisfy((key, versions) -> assertThat(versions).as(key).containsExactlyElementsOf(all));
    }

    private static void append(LibraryNode node, List<String> keys, int each) {
        for (int i = 0; i < each; i++) {
            node.transaction()
                    .executeWithoutResult(
                            tx -> keys.forEach(key -> node.outbox().append(TestEvents.lineReleased(key, 1, null))));
        }
    }

    private static Map<String, Long> shardsByOwner(LibraryNode node) {
        Map<String, Long> owners = new HashMap<>();
        node.jdbc()
                .sql("select owner, count(*) from outbox_shard where owner is not null group by owner")
                .query(row -> {
                    owners.put(row.getString(1), row.getLong(2));
                });
        return owners;
    }

    private static Map<String, List<Long>> firstOccurrences(List<String> keys) throws IOException {
        EnvelopeCodec codec = new EnvelopeCodec();
        Map<String, List<Long>> versions = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : TestKafka.records(TestEvents.TOPIC)) {
            if (keys.contains(record.key())) {
                long version =
                        codec.parse(record.value()).path("aggregateVersion").asLong();
                List<Long> known = versions.computeIfAbsent(record.key(), key -> new ArrayList<>());
                if (!known.contains(version)) {
                    known.add(version);
                }
            }
        }
        return versions;
    }
}
