package io.orderflow.testing.benchmarks.outbox;

import io.orderflow.kafkaadapters.KafkaClients;
import io.orderflow.testing.benchmarks.report.Goal;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.report.Report;
import io.orderflow.testing.benchmarks.servers.Cpu;
import io.orderflow.testing.benchmarks.servers.Node;
import io.orderflow.testing.benchmarks.servers.Servers;
import io.orderflow.testing.benchmarks.servers.Statements;
import io.orderflow.testing.benchmarks.servers.Statements.Count;
import io.orderflow.testing.benchmarks.workload.Backlog;
import io.orderflow.testing.benchmarks.workload.Drain;
import io.orderflow.testing.benchmarks.workload.Events;
import io.orderflow.testing.benchmarks.workload.OrderCheck;
import io.orderflow.testing.benchmarks.workload.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The contestants in turn, several times over, each run on a fresh database. Not thread safe. */
public final class OutboxBenchmark {

    private static final String PLAIN_TOPIC = "bench.plain";
    private static final String RAW_TOPIC = "bench.raw";
    private static final int PART = 100_000;

    private final Servers servers;
    private final Sizes sizes;
    private final Progress progress;
    private final Report report;

    /**
     * How much is measured.
     *
     * @param rows of the relay and of the raw producer
     * @param plainRows of the usual loop, which is too slow for more
     * @param warmUp rows before the first run; they count nowhere
     * @param transactions of the latency measurement
     * @param backlog rows of the long drain; 0 leaves it out
     */
    public record Sizes(int rows, int keys, int plainRows, int runs, int warmUp, int transactions, int backlog) {}

    public OutboxBenchmark(Servers servers, Sizes sizes, Progress progress, Report report) {
        this.servers = servers;
        this.sizes = sizes;
        this.progress = progress;
        this.report = report;
    }

    /** Measures everything; the figures are in the report afterwards. */
    public void run() throws ExecutionException, InterruptedException {
        servers.createTopicLike(Events.TOPIC, PLAIN_TOPIC);
        servers.createTopicLike(Events.TOPIC, RAW_TOPIC);
        Report warmUp = new Report("warm-up");
        if (sizes.warmUp() > 0) {
            compare("warm-up", sizes.warmUp(), Math.min(500, sizes.warmUp()), warmUp);
        }
        for (int run = 1; run <= sizes.runs(); run++) {
            compare("run " + run + " of " + sizes.runs(), sizes.rows(), sizes.plainRows(), report);
        }
        countStatements();
        measureLatency();
        if (sizes.backlog() > 0) {
            drainBacklog();
        }
        setGoals();
    }

    private void compare(String run, int rows, int plainRows, Report into)
            throws ExecutionException, InterruptedException {
        Backlog backlog = new Backlog(run, rows, sizes.keys());
        try (Node node = Node.start(servers, servers.newDatabase());
                Topic topic = new Topic(servers.bootstrapServers(), Events.TOPIC)) {
            node.stopRelay();
            progress.step("%s: writing %,d rows through the outbox", run, rows);
            long startedAt = System.nanoTime();
            backlog.write(node, progress);
            into.add("append, 5,000 events a transaction", "events/s", rows / ((System.nanoTime() - startedAt) / 1e9));

            Map<TopicPartition, Long> start = topic.end();
            progress.step("%s: the relay publishes %,d rows", run, rows);
            Drain drain = Drain.run(servers, node, topic, start, rows, progress);
            node.stopRelay();
            progress.step("%s: %,.0f rows/s; reading the topic to check order and loss", run, drain.rate());
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(rows);
            OrderCheck check = new OrderCheck();
            topic.readFrom(start, received -> {
                check.see(received);
                records.add(received);
            });
            check.requireAll(backlog);
            addCpu(into, "relay", drain.cpu(), rows);

            progress.step("%s: the raw producer sends the same records", run);
            double raw = raw(node, records);
            progress.step("%s: %,.0f records/s; the usual loop publishes %,d of them", run, raw, plainRows);
            double plain = plain(node, records.subList(0, plainRows));
            progress.step("%s: %,.0f rows/s", run, plain);
            into.add("relay", "rows/s", drain.rate());
            into.add("raw producer", "rows/s", raw);
            into.add("usual loop", "rows/s", plain);
            into.add("relay to usual loop", "times", drain.rate() / plain);
            into.add("relay to raw producer", "%", 100 * drain.rate() / raw);
            into.add("relay, records sent twice", "records", check.repetitions());
        }
    }

    private double raw(Node node, List<ConsumerRecord<String, byte[]>> records) {
        try (Producer<byte[], byte[]> producer = node.bean(KafkaClients.class).outboxProducer()) {
            producer.partitionsFor(RAW_TOPIC);
            return RawProducer.publish(producer, RAW_TOPIC, records, progress);
        }
    }

    private double plain(Node node, List<ConsumerRecord<String, byte[]>> records)
            throws ExecutionException, InterruptedException {
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

    private void countStatements() {
        int rows = Math.min(20_000, sizes.rows());
        Backlog backlog = new Backlog("statements", rows, sizes.keys());
        Statements statements = new Statements();
        progress.step("counting statements over %,d rows", rows);
        try (Node node = Node.start(servers, servers.newDatabase(), null, statements);
                Topic topic = new Topic(servers.bootstrapServers(), Events.TOPIC)) {
            node.stopRelay();
            Count added = new BusinessTransaction(node, statements).addedBy(5);
            report.add("outbox in a transaction with 5 events", "statements", added.statements());
            backlog.write(node, progress);
            progress.step("counting the relay's statements over %,d rows", rows);
            Count before = statements.count();
            Map<TopicPartition, Long> start = topic.end();
            Drain.run(servers, node, topic, start, rows + 5, progress);
            Count relay = statements.count().since(before);
            report.add("relay, statements per event", "statements", (double) relay.statements() / rows);
            report.add("relay, commits per event", "commits", (double) relay.commits() / rows);
        }
    }

    private void measureLatency() {
        progress.step("%,d single transactions on an idle relay", sizes.transactions());
        try (Node node = Node.start(servers, servers.newDatabase());
                Topic topic = new Topic(servers.bootstrapServers(), Events.TOPIC)) {
            IdleLatency.measure(node, topic, "latency warm-up", Math.min(100, sizes.transactions()), progress);
            progress.step("%,d single transactions on an idle relay, warm", sizes.transactions());
            IdleLatency latency = IdleLatency.measure(node, topic, "latency", sizes.transactions(), progress);
            report.add("idle, commit to consumer, p50", "ms", latency.percentile(50));
            report.add("idle, commit to consumer, p99", "ms", latency.percentile(99));
            report.add("idle, commit to consumer, longest", "ms", latency.percentile(100));
        }
    }

    private void drainBacklog() {
        Backlog backlog = new Backlog("backlog", sizes.backlog(), sizes.keys());
        try (Node node = Node.start(servers, servers.newDatabase());
                Topic topic = new Topic(servers.bootstrapServers(), Events.TOPIC)) {
            node.stopRelay();
            progress.step("writing a backlog of %,d rows", backlog.rows());
            backlog.write(node, progress);
            Map<TopicPartition, Long> start = topic.end();
            progress.step("draining a backlog of %,d rows", backlog.rows());
            Drain drain = Drain.run(servers, node, topic, start, backlog.rows(), progress);
            OrderCheck check = new OrderCheck();
            progress.step("reading the topic to check order and loss");
            topic.readFrom(start, check::see);
            check.requireAll(backlog);
            drain.ratesPer(PART).forEach(rate -> report.add("backlog, each 100,000", "rows/s", rate));
            report.add("backlog", "rows/s", drain.rate());
            List<Double> rates = report.figure("backlog, each 100,000").runs();
            report.add("backlog, last to first 100,000", "%", 100 * rates.get(rates.size() - 1) / rates.get(0));
        }
    }

    private static void addCpu(Report into, String what, Cpu cpu, int rows) {
        into.add(what + ", CPU of the JVM", "us/row", cpu.client().toNanos() / 1e3 / rows);
        into.add(what + ", CPU of PostgreSQL", "us/row", cpu.postgres().toNanos() / 1e3 / rows);
        into.add(what + ", CPU of Kafka", "us/row", cpu.kafka().toNanos() / 1e3 / rows);
    }

    private void setGoals() {
        atLeast("relay to usual loop", 30);
        atLeast("relay to raw producer", 40);
        atMost("idle, commit to consumer, p99", 50);
        atMost("outbox in a transaction with 5 events", 1);
        if (sizes.backlog() > 0) {
            atLeast("backlog, last to first 100,000", 80);
            atMost("backlog, last to first 100,000", 120);
        }
    }

    private void atLeast(String what, double limit) {
        report.goal(Goal.atLeast(what, report.figure(what).median(), limit));
    }

    private void atMost(String what, double limit) {
        report.goal(Goal.atMost(what, report.figure(what).median(), limit));
    }
}
