package io.orderflow.testing.benchmarks.servers;

import com.sun.management.OperatingSystemMXBean;
import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.kafkaadapters.topics.TopicDefinition;
import io.orderflow.testing.support.kafka.BrokerProcess;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A durable PostgreSQL and a broker in a process of its own, both gone when this JVM ends. */
public final class Servers implements AutoCloseable {

    private static final List<String> BROKER_OPTIONS = List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC");

    /** Stock sizes are made for a server that shares a small machine with everything else. */
    private static final Map<String, String> SIZES = Map.of("shared-buffers", "1GB", "max-wal-size", "4GB");

    /** For what only the server can tell: statements of a process that is not ours, and when a transaction committed. */
    private static final Map<String, String> COUNTERS =
            Map.of("shared-preload-libraries", "pg_stat_statements", "track-commit-timestamp", "on");

    private final BrokerProcess broker;
    private final ProcessHandle postmaster;
    private final Map<String, String> settings = new LinkedHashMap<>();

    private Servers(BrokerProcess broker, ProcessHandle postmaster) {
        this.broker = broker;
        this.postmaster = postmaster;
    }

    /**
     * Returns once both answer and a topic of the catalogue exists with everything that goes with it: its retry and
     * dead-letter topics.
     *
     * @param family what these topics have in common: the topic's name without its version
     */
    public static Servers start(String family) {
        return start(List.of(family), SIZES);
    }

    /**
     * As {@link #start(String)} with several families, and a PostgreSQL that counts what it is asked.
     *
     * @param families empty for every topic of the catalogue
     */
    public static Servers startCounting(List<String> families) {
        Map<String, String> settings = new LinkedHashMap<>(SIZES);
        settings.putAll(COUNTERS);
        return start(families, settings);
    }

    private static Servers start(List<String> families, Map<String, String> postgres) {
        postgres.forEach((setting, value) -> System.setProperty("orderflow.test.postgres." + setting, value));
        TestDatabase database = TestPostgres.newDatabase();
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            Servers servers = new Servers(BrokerProcess.start(BROKER_OPTIONS), postmaster(connection));
            try (var rows = statement.executeQuery(ServersSql.SETTINGS)) {
                while (rows.next()) {
                    servers.settings.put(rows.getString(1), rows.getString(2));
                }
            }
            TopicCatalog.load().topics("local").stream()
                    .filter(topic -> families.isEmpty() || families.stream().anyMatch(topic.name()::startsWith))
                    .forEach(servers::create);
            return servers;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL did not answer", e);
        }
    }

    private static ProcessHandle postmaster(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(ServersSql.BACKEND)) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL runs on another machine"));
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public TestDatabase newDatabase() {
        return TestPostgres.newDatabase();
    }

    /** A topic of the shape that the benchmarked one has. */
    public void createTopicLike(String model, String name) {
        TopicCatalog.load().topics("local").stream()
                .filter(topic -> topic.name().equals(model))
                .forEach(topic -> broker.createTopic(name, topic.partitions(), topic.configuration()));
    }

    private void create(TopicDefinition topic) {
        broker.createTopic(topic.name(), topic.partitions(), topic.configuration());
    }

    /** What PostgreSQL says about itself. */
    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    public Cpu cpu() {
        long client = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        return cpu(Duration.ofNanos(client));
    }

    /** With a process of its own in the client's place. */
    public Cpu cpu(long client) {
        return cpu(ProcessHandle.of(client).map(Servers::cpu).orElse(Duration.ZERO));
    }

    private Cpu cpu(Duration client) {
        return new Cpu(
                client,
                Stream.concat(Stream.of(postmaster), postmaster.children())
                        .map(Servers::cpu)
                        .reduce(Duration.ZERO, Duration::plus),
                ProcessHandle.of(broker.pid()).map(Servers::cpu).orElse(Duration.ZERO));
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        broker.close();
    }
}
