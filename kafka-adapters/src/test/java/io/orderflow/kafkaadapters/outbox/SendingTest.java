package io.orderflow.kafkaadapters.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.testing.support.time.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of the rows of a batch when some of its sends fail. */
class SendingTest {

    private static final Instant NOON = Instant.parse("2026-07-02T12:00:00Z");
    private static final String TOPIC = "oms.order.events.v1";
    private static final String OTHER = "oms.fulfillment.integration.v1";

    private final SettableClock clock = SettableClock.at(NOON);
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger producers = new AtomicInteger();
    private final AtomicInteger ticks = new AtomicInteger();
    private final Map<Long, Future<RecordMetadata>> fates = new HashMap<>();
    private final Set<Long> handedOver = new HashSet<>();
    private final MockAdminClient admin =
            new MockAdminClient(List.of(new Node(0, "broker", 9092)), new Node(0, "broker", 9092));
    private final RelayProducer kafka = new RelayProducer(ScriptedProducer::new, new SimpleMeterRegistry());
    private final TopicCheck topics = new TopicCheck(() -> admin, Duration.ofSeconds(2), nanos::get);
    private HeldKeys held = new HeldKeys(noStore(), true);

    SendingTest() {
        admin.addTopic(false, TOPIC, List.of(), null);
        admin.addTopic(false, OTHER, List.of(), null);
    }

    @Test
    void acknowledgesNothingBehindAFailureOfTheSameKey() {
        fates.put(3L, later(new TimeoutException("broker away")));
        Sending.Result result = send(row(1, "a"), row(2, "b"), row(3, "broken"), row(4, "broken"), row(5, "a"));
        assertThat(result.sent()).extracting(OutboxRow::id).containsExactly(1L, 2L, 5L);
        assertThat(result.unsendable()).isEmpty();
        assertThat(result.failures().get(TOPIC)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void carriesTheGateOverToTheBatchThatIsAlreadyUnderWay() {
        fates.put(1L, later(new TimeoutException("broker away")));
        Sending first = sender().start(List.of(row(1, "a"), row(2, "b")));
        Sending second = sender().start(List.of(row(3, "a"), row(4, "b")));
        Set<String> failedKeys = new HashSet<>();
        assertThat(settlement().settle(first, failedKeys).sent())
                .extracting(OutboxRow::id)
                .containsExactly(2L);
        assertThat(settlement().settle(second, failedKeys).sent())
                .extracting(OutboxRow::id)
                .containsExactly(4L);
    }

    @Test
    void takesTheProducerBackAtTheFirstFailureAndGetsANewOneForTheNextBatch() {
        fates.put(1L, later(new TimeoutException("broker away")));
        send(row(1, "a"));
        assertThat(producers).hasValue(1);
        fates.clear();
        assertThat(send(row(1, "a")).sent()).hasSize(1);
        assertThat(producers).hasValue(2);
    }

    @Test
    void stopsAtABrokerThatIsAway() {
        fates.put(2L, failed(new TimeoutException("no metadata")));
        Sending.Result result = send(row(1, "a"), row(2, "b"), row(3, "c"));
        assertThat(result.sent()).extracting(OutboxRow::id).containsExactly(1L);
        assertThat(handedOver).doesNotContain(3L);
        assertThat(Settlement.outage(result)).as("something went").isEmpty();
        fates.put(3L, failed(new TimeoutException("no metadata")));
        assertThat(Settlement.outage(send(row(3, "c")))).isPresent();
    }

    @Test
    void leavesOutATopicItMayNotWriteToAndSendsTheOthers() {
        fates.put(1L, failed(new TopicAuthorizationException(Set.of(TOPIC))));
        Sending.Result result = send(row(1, "a"), row(2, "b"), row(3, OTHER, "c"));
        assertThat(result.sent()).extracting(OutboxRow::id).containsExactly(3L);
        assertThat(result.failures()).containsOnlyKeys(TOPIC);
        assertThat(Settlement.outage(result)).isEmpty();
        assertThat(producers).as("producer kept").hasValue(1);
    }

    @Test
    void holdsTheKeyOfARowThatCanNeverBeSent() {
        fates.put(1L, failed(new RecordTooLargeException("9 MB")));
        Sending.Result result = send(row(1, "big"), row(2, "big"), row(3, "other"));
        assertThat(result.unsendable().values()).extracting(Unsendable::code).containsExactly("record_too_large");
        assertThat(result.behind()).extracting(OutboxRow::id).containsExactly(2L);
        assertThat(result.sent()).extracting(OutboxRow::id).containsExactly(3L);
        assertThat(handedOver).doesNotContain(2L);
        assertThat(result.failures()).isEmpty();
    }

    @Test
    void goesOnWithTheKeyIfToldSo() {
        held = new HeldKeys(noStore(), false);
        fates.put(1L, failed(new RecordTooLargeException("9 MB")));
        Sending.Result result = send(row(1, "big"), row(2, "big"));
        assertThat(result.sent()).extracting(OutboxRow::id).containsExactly(2L);
        assertThat(result.behind()).isEmpty();
    }

    @Test
    void sendsNothingBehindALargeRecordBeforeTheBrokerHasTakenIt() {
        byte[] large = new byte[600_000];
        OutboxRow second = new OutboxRow(1, 2, TOPIC, "a", "OrderCaptured", "", large, false, NOON);
        Sending sending = sender().start(List.of(row(1, "a"), second, row(3, "a")));
        assertThat(sending.alone()).isTrue();
        assertThat(sending.fates()).hasSize(2);
        assertThat(settlement().settle(sending, new HashSet<>()).sent())
                .extracting(OutboxRow::id)
                .containsExactly(1L, 2L);
    }

    @Test
    void parksForAMissingTopicOnlyAfterASecondLook() {
        OutboxRow lost = row(1, "oms.nowhere.v1", "a");
        Sending.Result first = send(lost, row(2, "b"));
        assertThat(first.unsendable()).isEmpty();
        assertThat(first.failures()).containsOnlyKeys("oms.nowhere.v1");
        assertThat(first.sent()).extracting(OutboxRow::id).containsExactly(2L);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(send(lost).unsendable().values())
                .extracting(Unsendable::code)
                .containsExactly("unknown_topic");
        assertThat(handedOver).doesNotContain(1L);

        admin.addTopic(false, "oms.nowhere.v1", List.of(), null);
        held = new HeldKeys(noStore(), true);
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(send(lost).sent()).hasSize(1);
    }

    @Test
    void takesAnUnreachableClusterForAnOutageAndNotForAMissingTopic() {
        admin.timeoutNextRequest(1);
        Sending.Result result = send(row(1, "a"));
        assertThat(result.unsendable()).isEmpty();
        assertThat(Settlement.outage(result)).containsInstanceOf(TimeoutException.class);
        assertThat(send(row(1, "a")).sent()).hasSize(1);
    }

    @Test
    void parksARowWhoseHeadersCannotBeRead() {
        OutboxRow row = new OutboxRow(1, 1, TOPIC, "a", "OrderCaptured", "garbage", new byte[0], false, NOON);
        assertThat(send(row).unsendable().values())
                .extracting(Unsendable::code)
                .containsExactly("serialization_failed");
    }

    @Test
    void givesUpABrokerThatNeverAnswersAndKeepsItsLeaseMeanwhile() {
        fates.put(1L, new CompletableFuture<>());
        Sending sending = sender().start(List.of(row(1, "a")));
        Settlement patient = new Settlement(kafka, topics, Duration.ofSeconds(30), nanos::get, () -> {
            ticks.incrementAndGet();
            nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        });
        Sending.Result result = patient.settle(sending, new HashSet<>());
        assertThat(ticks).hasValue(2);
        assertThat(Settlement.outage(result)).containsInstanceOf(TimeoutException.class);
    }

    private Sending.Result send(OutboxRow... rows) {
        return settlement().settle(sender().start(List.of(rows)), new HashSet<>());
    }

    private BatchSender sender() {
        return new BatchSender(kafka, topics, held, clock);
    }

    private Settlement settlement() {
        return new Settlement(kafka, topics, Duration.ofSeconds(30), nanos::get, () -> {});
    }

    private static Future<RecordMetadata> failed(RuntimeException failure) {
        return CompletableFuture.failedFuture(failure);
    }

    /** Looks as if under way when it is handed over, and fails when somebody waits for it. */
    private static Future<RecordMetadata> later(RuntimeException failure) {
        CompletableFuture<RecordMetadata> future = new CompletableFuture<>() {
            private boolean asked;

            @Override
            public boolean isDone() {
                boolean before = asked;
                asked = true;
                return before && super.isDone();
            }
        };
        future.completeExceptionally(failure);
        return future;
    }

    private static ParkedStore noStore() {
        return new ParkedStore(
                JdbcClient.create(new DriverManagerDataSource()), new TransactionTemplate(), SettableClock.at(NOON));
    }

    private static OutboxRow row(long id, @Nullable String key) {
        return row(id, TOPIC, key);
    }

    private static OutboxRow row(long id, String topic, @Nullable String key) {
        byte[] value = Long.toString(id).getBytes(StandardCharsets.UTF_8);
        return new OutboxRow(1, id, topic, key, "OrderCaptured", "", value, false, NOON);
    }

    private final class ScriptedProducer extends MockProducer<byte[], byte[]> {

        ScriptedProducer() {
            super(true, new ByteArraySerializer(), new ByteArraySerializer());
            producers.incrementAndGet();
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
            Future<RecordMetadata> done = super.send(record, callback);
            if (record.value().length > 20) {
                return done;
            }
            long id = Long.parseLong(new String(record.value(), StandardCharsets.UTF_8));
            handedOver.add(id);
            return fates.getOrDefault(id, done);
        }
    }
}
