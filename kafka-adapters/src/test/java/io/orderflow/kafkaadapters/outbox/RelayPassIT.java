package io.orderflow.kafkaadapters.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.common.Node;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two batches under way, a broker that refuses records, transactions that commit late: every key stays in order. */
class RelayPassIT {

    private static final List<String> TOPICS = List.of("a.v1", "b.v1", "c.v1");
    private static final String INSERT =
            """
            insert into outbox_event (shard, topic, partition_key, event_type, headers, value, is_envelope, created_at)
            select :shard, topic, :key, 'E', '', convert_to(number, 'UTF8'), false, now()
              from unnest(string_to_array(:values, ',')) with ordinality as numbers (number, position),
                   unnest(:topics::text[]) as topic
             order by position
            """;
    private static final int WRITERS = 3;
    private static final int KEYS_PER_WRITER = 10;
    private static final int EVENTS_PER_KEY = 400;
    private static final long SEED = 20260702;

    private final TestDatabase database = TestPostgres.newDatabase();

    @Test
    void keepsEveryKeyInOrderAndLosesNothing() throws Exception {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration/kafka_adapters")
                .load()
                .migrate();
        FlakyBroker broker = new FlakyBroker(SEED, 0.002);
        RelayPass relay = relay(broker);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writing = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int first = writer * KEYS_PER_WRITER;
            writing.add(writers.submit(() -> write(first)));
        }
        while (writing.stream().anyMatch(writer -> !writer.isDone()) || pending() > 0) {
            try {
                relay.run();
            } catch (RelayPass.BrokerUnavailable again) {
                // The loop around it pauses and comes back.
            }
        }
        for (Future<?> writer : writing) {
            writer.get();
        }
        writers.shutdown();

        List<Long> all = LongStream.range(0, EVENTS_PER_KEY).boxed().toList();
        Map<String, List<Long>> published = broker.firstOccurrences();
        assertThat(published)
                .hasSize(TOPICS.size() * WRITERS * KEYS_PER_WRITER)
                .allSatisfy((key, values) -> assertThat(values).as(key).containsExactlyElementsOf(all));
        assertThat(broker.refused()).as("refusals with seed %d", SEED).isGreaterThan(10);
    }

    private Void write(int firstKey) {
        SingleConnectionDataSource connection = connection();
        JdbcClient jdbc = JdbcClient.create(connection);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(connection));
        List<String> keys = IntStream.range(firstKey, firstKey + KEYS_PER_WRITER)
                .mapToObj(key -> "key-" + key)
                .toList();
        for (int from = 0; from < EVENTS_PER_KEY; from += 50) {
            String values =
                    IntStream.range(from, from + 50).mapToObj(String::valueOf).collect(Collectors.joining(","));
            transaction.executeWithoutResult(tx -> keys.forEach(key -> jdbc.sql(INSERT)
                    .param("shard", OutboxRow.shardOf(key))
                    .param("key", key)
                    .param("values", values)
                    .param("topics", TOPICS.toArray(String[]::new))
                    .update()));
        }
        connection.destroy();
        return null;
    }

    private RelayPass relay(FlakyBroker broker) {
        SingleConnectionDataSource connection = connection();
        JdbcClient jdbc = JdbcClient.create(connection);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(connection));
        MockAdminClient admin = new MockAdminClient(List.of(new Node(0, "b", 1)), new Node(0, "b", 1));
        TOPICS.forEach(topic -> admin.addTopic(false, topic, List.of(), null));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        RelayProducer kafka = new RelayProducer(broker::connect, meters);
        TopicCheck topics = new TopicCheck(() -> admin, Duration.ofSeconds(2), System::nanoTime);
        ParkedStore parked = new ParkedStore(jdbc, transaction, Clock.systemUTC());
        HeldKeys held = new HeldKeys(parked, true);
        ShardLease lease = new ShardLease(jdbc, "relay", Duration.ofSeconds(10), System::nanoTime);
        return new RelayPass(
                new Reader(new OutboxStore(JdbcClient.create(connection()))),
                parked,
                held,
                new BatchSender(kafka, topics, held, Clock.systemUTC()),
                new Settlement(kafka, topics, Duration.ofSeconds(30), System::nanoTime, lease::owned),
                new Acknowledgement(JdbcClient.create(connection()), true),
                kafka,
                lease,
                new TopicPauses(
                        () -> new Backoff(Duration.ofMillis(20), Duration.ofMillis(40), () -> 1), System::nanoTime),
                new OutboxMeters(meters, Clock.systemUTC()),
                300,
                System::nanoTime);
    }

    private long pending() {
        SingleConnectionDataSource connection = connection();
        try {
            return JdbcClient.create(connection)
                    .sql("select count(*) from outbox_event")
                    .query(Long.class)
                    .single();
        } finally {
            connection.destroy();
        }
    }

    private SingleConnectionDataSource connection() {
        return new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
    }
}
