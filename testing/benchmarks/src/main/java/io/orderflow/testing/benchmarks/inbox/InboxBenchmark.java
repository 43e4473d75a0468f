package io.orderflow.testing.benchmarks.inbox;

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
import io.orderflow.testing.support.postgres.TestDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** One topic, filled once by the library's own relay; each run reads it with a new group and a fresh database. */
public final class InboxBenchmark {

    private static final int THREADS = 2;
    private static final int SCHEMA_SAMPLE = 20_000;
    private static final double LARGEST_VALIDATION_SHARE = 25;
    private static final String VALIDATION_SHARE = "schema validation of the JVM's CPU";
    private static final String VALIDATION_SAMPLES = "schema validation of these samples";

    private final Servers servers;
    private final Sizes sizes;
    private final Progress progress;
    private final Report report;

    /**
     * How much is measured.
     *
     * @param rows events of a run of the library's consumer
     * @param warmUp events before them in each run; they count nowhere
     * @param plainRows events of a run of the usual loop
     */
    public record Sizes(int rows, int warmUp, int keys, int plainRows, int runs) {}

    public InboxBenchmark(Servers servers, Sizes sizes, Progress progress, Report report) {
        this.servers = servers;
        this.sizes = sizes;
        this.progress = progress;
        this.report = report;
    }

    /** Measures everything; the figures are in the report afterwards. */
    public void run() throws Exception {
        try (Node node = Node.start(servers, servers.newDatabase())) {
            fillTopic(node);
            plain(node, "warm-up", Math.min(1_000, sizes.plainRows()));
        }
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers.bootstrapServers()))) {
            for (int run = 1; run <= sizes.runs(); run++) {
                String name = "run " + run + " of " + sizes.runs();
                Consumption library = library(admin, name, run);
                double plain = plain(name);
                progress.step("%s: %,.0f events/s", name, plain);
                report.add("consumer", "events/s", library.rate());
                report.add("usual loop", "events/s", plain);
                report.add("consumer to usual loop", "times", library.rate() / plain);
                addCpu(library);
            }
            sample(admin);
        }
        measureSchema();
        report.goal(Goal.atLeast("consumer", report.figure("consumer").median(), 15_000));
        report.goal(Goal.atLeast(
                "consumer to usual loop",
                report.figure("consumer to usual loop").median(),
                15));
    }

    private int all() {
        return sizes.warmUp() + sizes.rows();
    }

    private void fillTopic(Node node) {
        Backlog backlog = new Backlog("inbox", all(), sizes.keys());
        node.stopRelay();
        try (Topic topic = new Topic(servers.bootstrapServers(), Events.TOPIC)) {
            progress.step("writing %,d events", backlog.rows());
            backlog.write(node, progress);
            Map<TopicPartition, Long> start = topic.end();
            if (!start.equals(topic.beginning())) {
                throw new IllegalStateException(Events.TOPIC + " already holds events; every run reads all of it");
            }
            progress.step("publishing %,d events", backlog.rows());
            Drain.run(servers, node, topic, start, backlog.rows(), progress);
            OrderCheck check = new OrderCheck();
            topic.readFrom(start, check::see);
            check.requireAll(backlog);
        }
    }

    private Consumption library(Admin admin, String name, int run) throws ExecutionException, InterruptedException {
        CountingHandler handler = new CountingHandler("orchestration-service.bench-" + run + ".consumer");
        Statements statements = new Statements();
        TestDatabase database = servers.newDatabase();
        progress.step("%s: the consumer applies %,d events after %,d to warm up", name, sizes.rows(), sizes.warmUp());
        try (Node node = Node.start(servers, database, handler, statements)) {
            Consumption done = Consumption.watch(servers, admin, handler, sizes.warmUp(), sizes.rows(), progress);
            Count asked = statements.ofConsumer(handler.subscription().consumerGroup());
            long applied = node.jdbc().sql(InboxSql.APPLIED).query(Long.class).single();
            if (applied != all() || handler.seen() != all()) {
                throw new IllegalStateException(
                        "applied %d and handled %d of %d events".formatted(applied, handler.seen(), all()));
            }
            report.add("consumer, statements per event", "statements", (double) asked.statements() / all());
            report.add("consumer, commits per event", "commits", (double) asked.commits() / all());
            progress.step("%s: %,.0f events/s; the usual loop takes %,d", name, done.rate(), sizes.plainRows());
            return done;
        }
    }

    private double plain(String name) throws ExecutionException, InterruptedException {
        try (Node node = Node.start(servers, servers.newDatabase())) {
            return plain(node, name, sizes.plainRows());
        }
    }

    private double plain(Node node, String name, int events) throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Topic topic = new Topic(servers.bootstrapServers(), Events.TOPIC)) {
            PlainConsumer.createTable(node.jdbc());
            progress.step("%s: one transaction for each of %,d records", name, events);
            List<TopicPartition> partitions = List.copyOf(topic.end().keySet());
            AtomicInteger remaining = new AtomicInteger(events);
            List<Future<Void>> running = new ArrayList<>();
            long startedAt = System.nanoTime();
            for (int thread = 0; thread < THREADS; thread++) {
                int mine = thread;
                running.add(threads.submit(new PlainConsumer(
                        servers.bootstrapServers(),
                        partitions.stream()
                                .filter(partition -> partition.partition() % THREADS == mine)
                                .toList(),
                        node.jdbc(),
                        node.transaction(),
                        remaining)));
            }
            for (Future<Void> thread : running) {
                thread.get();
            }
            return events / ((System.nanoTime() - startedAt) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    private void measureSchema() throws IOException {
        progress.step("validating %,d records by themselves", Math.min(SCHEMA_SAMPLE, all()));
        try (Topic topic = new Topic(servers.bootstrapServers(), Events.TOPIC)) {
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            topic.readFrom(topic.beginning(), received -> {
                if (records.size() < SCHEMA_SAMPLE) {
                    records.add(received);
                }
            });
            SchemaCost cost = SchemaCost.of(records);
            report.add("parsing alone, CPU", "us/event", cost.parseMicros());
            report.add("schema validation alone, CPU", "us/event", cost.validateMicros());
            double total = report.figure("consumer, CPU of the JVM").median();
            report.add(VALIDATION_SHARE, "%", 100 * cost.validateMicros() / total);
            atMost(VALIDATION_SHARE, LARGEST_VALIDATION_SHARE);
        }
    }

    /** One more run, because being looked at costs something too; all of it, since by now everything is warm. */
    private void sample(Admin admin) throws Exception {
        CountingHandler handler = new CountingHandler("orchestration-service.bench-sampled.consumer");
        progress.step("where the consumer is while it applies %,d events", all());
        Samples samples = Samples.of(handler.subscription().consumerGroup(), () -> {
            try (Node node = Node.start(servers, servers.newDatabase(), handler, new Statements())) {
                Consumption.await(handler, all(), all(), progress);
            }
        });
        report.add("consumer, samples of its threads", "samples", samples.all());
        report.add(VALIDATION_SAMPLES, "%", samples.validatingPercent());
        atMost(VALIDATION_SAMPLES, LARGEST_VALIDATION_SHARE);
    }

    private void atMost(String what, double limit) {
        report.goal(Goal.atMost(what, report.figure(what).median(), limit));
    }

    private void addCpu(Consumption library) {
        Cpu cpu = library.cpu();
        report.add("consumer, CPU of the JVM", "us/event", cpu.client().toNanos() / 1e3 / library.events());
        report.add("consumer, CPU of PostgreSQL", "us/event", cpu.postgres().toNanos() / 1e3 / library.events());
        report.add("consumer, CPU of Kafka", "us/event", cpu.kafka().toNanos() / 1e3 / library.events());
    }
}
