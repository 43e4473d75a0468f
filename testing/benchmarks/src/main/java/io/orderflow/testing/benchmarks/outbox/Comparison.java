package io.orderflow.testing.benchmarks.outbox;

import io.orderflow.kafkaadapters.KafkaClients;
import io.orderflow.kafkaadapters.envelope.EventHeaders;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.report.Report;
import io.orderflow.testing.benchmarks.servers.Cpu;
import io.orderflow.testing.benchmarks.servers.Node;
import io.orderflow.testing.benchmarks.servers.Servers;
import io.orderflow.testing.benchmarks.workload.Backlog;
import io.orderflow.testing.benchmarks.workload.Drain;
import io.orderflow.testing.benchmarks.workload.Events;
import io.orderflow.testing.benchmarks.workload.OrderCheck;
import io.orderflow.testing.benchmarks.workload.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * One run of each contestant right after the other: the relay without and with the window of published events, each on a
 * fresh database; then the raw producer and the usual loop with the very records that the relay has just sent.
 */
final class Comparison {

    private static final String RELAY = "relay";
    private static final String LEAN = "relay, window off";
    private static final String PLAIN_TOPIC = "bench.plain";
    private static final String RAW_TOPIC = "bench.raw";
    private static final String WINDOW_OFF = "orderflow.kafka.outbox.published-window=0";

    private final Servers servers;
    private final Progress progress;
    private final String run;
    private final Report report;

    /**
     * One run.
     *
     * @param run names the run and makes its keys its own
     * @param report takes the figures
     */
    Comparison(Servers servers, Progress progress, String run, Report report) {
        this.servers = servers;
        this.progress = progress;
        this.run = run;
        this.report = report;
    }

    static void createTopics(Servers servers) {
        servers.createTopicLike(Events.TOPIC, PLAIN_TOPIC);
        servers.createTopicLike(Events.TOPIC, RAW_TOPIC);
    }

    /**
     * What the relay did with a backlog.
     *
     * @param appended events per second into the outbox before
     * @param repetitions records that are in the topic once more
     */
    /** @param rate rows per second from the first send to the last acknowledgement */
    private record Published(Drain drain, double rate, double appended, long repetitions) {}

    /** @param plainRows how many of the rows the usual loop publishes */
    void measure(int rows, int keys, int plainRows) throws ExecutionException, InterruptedException {
        Published lean;
        try (Node node = Node.start(servers, servers.newDatabase(), WINDOW_OFF)) {
            lean = relay(node, LEAN, new Backlog(run + ", window off", rows, keys), received -> {});
        }
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(rows);
        try (Node node = Node.start(servers, servers.newDatabase())) {
            Published relay = relay(node, RELAY, new Backlog(run, rows, keys), records::add);
            // In the order of their commits, as the relay got them: by partition, as they were read, would be too easy.
            records.sort(Comparator.comparing(Comparison::eventId));
            double raw = raw(node, records);
            double plain = plain(node, records.subList(0, plainRows));
            double rate = relay.rate();
            report.add(RELAY, "rows/s", rate);
            report.add(LEAN, "rows/s", lean.rate());
            report.add("raw producer", "records/s", raw);
            report.add("usual loop", "rows/s", plain);
            report.add("relay to usual loop", "times", rate / plain);
            report.add("relay to raw producer", "%", 100 * rate / raw);
            report.add("relay, window off, to raw producer", "%", 100 * lean.rate() / raw);
            addDetails(RELAY, relay);
            addDetails(LEAN, lean);
        }
    }

    private Published relay(Node node, String name, Backlog backlog, Topic.Visitor arrived) {
        int rows = backlog.rows();
        node.stopRelay();
        try (Topic topic = new Topic(servers.bootstrapServers(), Events.TOPIC)) {
            progress.step("%s, %s: writing %,d rows through the outbox", run, name, rows);
            long startedAt = System.nanoTime();
            backlog.write(node, progress);
            double appended = rows / ((System.nanoTime() - startedAt) / 1e9);

            Map<TopicPartition, Long> start = topic.end();
            progress.step("%s, %s: publishing %,d rows", run, name, rows);
            Drain drain = Drain.run(servers, node, topic, start, rows, progress);
            node.stopRelay();
            progress.step("%s, %s: %,.0f rows/s; reading the topic to check order and loss", run, name, drain.rate());
            OrderCheck check = new OrderCheck();
            AtomicLong firstSentAt = new AtomicLong(Long.MAX_VALUE);
            topic.readFrom(start, received -> {
                check.see(received);
                firstSentAt.accumulateAndGet(received.timestamp(), Math::min);
                arrived.visit(received);
            });
            check.requireAll(backlog);
            return new Published(drain, drain.rateSince(firstSentAt.get()), appended, check.repetitions());
        }
    }

    /** Time-ordered, so the order of ids is that of appending. */
    private static String eventId(ConsumerRecord<String, byte[]> received) {
        return new String(received.headers().lastHeader(EventHeaders.EVENT_ID).value(), StandardCharsets.UTF_8);
    }

    /** The producer is the very one that the relay gets, settings and all. */
    private double raw(Node node, List<ConsumerRecord<String, byte[]>> records) {
        progress.step("%s: the raw producer sends the same %,d records", run, records.size());
        try (Producer<byte[], byte[]> producer = node.bean(KafkaClients.class).outboxProducer()) {
            producer.partitionsFor(RAW_TOPIC);
            return RawProducer.publish(producer, RAW_TOPIC, records, progress);
        }
    }

    private double plain(Node node, List<ConsumerRecord<String, byte[]>> records)
            throws ExecutionException, InterruptedException {
        progress.step("%s: the usual loop publishes %,d of them", run, records.size());
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers.bootstrapServers());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(PLAIN_TOPIC);
            PlainRelay relay = new PlainRelay(node.jdbc(), producer);
            relay.createTable();
            relay.insert(PLAIN_TOPIC, records);
            return relay.publish(records.size(), progress);
        }
    }

    private void addDetails(String name, Published published) {
        Cpu cpu = published.drain().cpu();
        int rows = published.drain().rows();
        report.add(name + ", CPU of the JVM", "us/row", cpu.client().toNanos() / 1e3 / rows);
        report.add(name + ", CPU of PostgreSQL", "us/row", cpu.postgres().toNanos() / 1e3 / rows);
        report.add(name + ", CPU of Kafka", "us/row", cpu.kafka().toNanos() / 1e3 / rows);
        report.add(name + ", records sent twice", "records", published.repetitions());
        report.add("append, 5,000 events a transaction", "events/s", published.appended());
    }
}
