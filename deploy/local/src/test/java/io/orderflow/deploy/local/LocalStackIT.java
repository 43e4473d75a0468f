package io.orderflow.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.deploy.local.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged launcher with real PostgreSQL and Kafka, treated badly. */
class LocalStackIT {

    private static final String TOPIC = "oms.order.events.v1";

    /** One for all tests, because unpacking PostgreSQL takes a while; {@code --fresh} parts their data. */
    @TempDir
    static Path home;

    private static Path jar;

    @BeforeAll
    static void findJar() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("target"), "deploy-local-*.jar")) {
            jar = files.iterator().next().toAbsolutePath();
        }
    }

    @AfterEach
    void leaveNothing() throws Exception {
        launcher("down");
    }

    @Test
    void aKilledSupervisorLeavesNoOrphanAndNoBrokenData() throws Exception {
        assertThat(launcher("up", "--fresh", "--only", "postgres,kafka")).contains("Ready in");
        JsonNode first = state();
        execute(first, "CREATE TABLE proof AS SELECT 42 AS answer");
        send(first, "kept");
        ProcessHandle supervisor =
                ProcessHandle.of(first.get("supervisorPid").asLong()).orElseThrow();
        List<ProcessHandle> family = new ArrayList<>(supervisor.descendants().toList());
        assertThat(family).extracting(ProcessHandle::pid).contains(pid(first, "postgres"), pid(first, "kafka"));

        supervisor.destroyForcibly();

        await().atMost(Duration.ofSeconds(40)).until(() -> family.stream().noneMatch(Processes::isRunning));
        assertThat(launcher("status")).contains("not up");

        assertThat(launcher("up", "--only", "postgres,kafka")).contains("Ready in");
        JsonNode second = state();
        assertThat(query(second, "SELECT answer FROM proof")).isEqualTo(42);
        assertThat(records(second)).isEqualTo(1);
    }

    @Test
    void cleansUpAfterASupervisorWhoseLeashesWereKilledAsWell() throws Exception {
        launcher("up", "--fresh", "--only", "postgres");
        JsonNode first = state();
        ProcessHandle supervisor =
                ProcessHandle.of(first.get("supervisorPid").asLong()).orElseThrow();
        ProcessHandle postgres = ProcessHandle.of(pid(first, "postgres")).orElseThrow();
        supervisor
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("leash.sh"))
                .forEach(ProcessHandle::destroyForcibly);
        supervisor.destroyForcibly();
        await().until(() -> !Processes.isRunning(supervisor));
        assertThat(Processes.isRunning(postgres)).isTrue();

        assertThat(launcher("up", "--only", "postgres")).contains("Ready in");

        assertThat(Processes.isRunning(postgres)).isFalse();
        assertThat(pid(state(), "postgres")).isNotEqualTo(postgres.pid());
    }

    @Test
    void startsAServiceAgainThatDied() throws Exception {
        launcher("up", "--fresh", "--only", "postgres");
        long before = pid(state(), "postgres");

        ProcessHandle.of(before).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(40)).until(() -> {
            JsonNode service = service(state(), "postgres");
            return service.get("pid").asLong() != before
                    && service.get("state").asText().equals("ready");
        });
        assertThat(launcher("up")).contains("already up");
    }

    @Test
    void endsWithTheProcessThatItIsTiedTo() throws Exception {
        Process owner = new ProcessBuilder("sleep", "300").start();
        launcher("up", "--fresh", "--only", "postgres", "--tied-to", Long.toString(owner.pid()));
        long postgres = pid(state(), "postgres");

        owner.destroyForcibly();

        await().atMost(Duration.ofSeconds(40))
                .until(() ->
                        ProcessHandle.of(postgres).filter(Processes::isRunning).isEmpty());
        assertThat(launcher("status")).contains("not up");
    }

    @Test
    void rolesMayNotEnterEachOthersDatabases() throws Exception {
        launcher("up", "--fresh", "--only", "postgres");

        assertThat(connectAs("order_service", "order_service")).isTrue();
        assertThat(connectAs("order_service", "orchestration")).isFalse();
    }

    private String launcher(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        line.addAll(List.of(arguments));
        Path output = home.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("ORDERFLOW_HOME", home.toString());
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output);
    }

    private JsonNode state() throws IOException {
        return new ObjectMapper()
                .readTree(home.resolve("run").resolve("stack.json").toFile());
    }

    private static JsonNode service(JsonNode state, String name) {
        for (JsonNode service : state.get("services")) {
            if (service.get("name").asText().equals(name)) {
                return service;
            }
        }
        throw new AssertionError("no service " + name + " in " + state);
    }

    private static long pid(JsonNode state, String name) {
        return service(state, name).get("pid").asLong();
    }

    private Connection connect(JsonNode state, String role, String database) throws IOException, SQLException {
        Properties credentials = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("run").resolve("credentials.properties"))) {
            credentials.load(reader);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s"
                        .formatted(state.at("/postgres/port").asInt(), database),
                role,
                credentials.getProperty("db." + role + ".password"));
    }

    private boolean connectAs(String role, String database) throws IOException {
        try (Connection connection = connect(state(), role, database)) {
            return connection.isValid(5);
        } catch (SQLException refused) {
            return false;
        }
    }

    private void execute(JsonNode state, String sql) throws Exception {
        try (Connection connection = connect(state, "order_service", "order_service");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int query(JsonNode state, String sql) throws Exception {
        try (Connection connection = connect(state, "order_service", "order_service");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void send(JsonNode state, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", state.get("kafka").asText(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, 0, "key", value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static long records(JsonNode state) throws Exception {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", state.get("kafka").asText()))) {
            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).containsAll(Set.of(TOPIC));
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get(30, TimeUnit.SECONDS)
                    .offset();
        }
    }
}
