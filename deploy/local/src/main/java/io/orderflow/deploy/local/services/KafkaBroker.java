package io.orderflow.deploy.local.services;

import io.orderflow.deploy.local.process.LeashedCommand;
import io.orderflow.deploy.local.process.StopSignal;
import io.orderflow.deploy.local.state.Layout;
import io.orderflow.deploy.local.state.Ports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** A real KRaft broker, controller and broker in one JVM, that creates no topic by chance. */
public final class KafkaBroker implements StackService {

    public static final String NAME = "kafka";
    public static final int PORT = 9092;
    public static final int CONTROLLER_PORT = 9093;

    private static final String CONFIGURATION =
            """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
            log.dirs=%3$s
            auto.create.topics.enable=false
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=6
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=3
            group.initial.rebalance.delay.ms=0
            log.cleaner.dedupe.buffer.size=16777216
            """;

    private final Layout layout;
    private final Purpose purpose;
    private final int port;
    private final int controllerPort;
    private final KafkaTopics topics;
    private @Nullable ClassArchive classes;

    public KafkaBroker(Layout layout, Purpose purpose, int port, int controllerPort) {
        this.layout = layout;
        this.purpose = purpose;
        this.port = port;
        this.controllerPort = controllerPort;
        this.topics = new KafkaTopics(bootstrapServers(port));
    }

    /** For clients on this machine. */
    public static String bootstrapServers(int port) {
        return "127.0.0.1:" + port;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public @Nullable String url() {
        return null;
    }

    @Override
    public Path log() {
        return layout.log(NAME);
    }

    @Override
    public String waitsFor() {
        return "an answer from " + bootstrapServers(port);
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        classes = ClassArchive.of(NAME, Path.of(Shell.classPath().split(File.pathSeparator)[0]), layout.cache());
        Files.writeString(configuration(), CONFIGURATION.formatted(port, controllerPort, dataDirectory()));
        if (!Files.exists(dataDirectory().resolve("meta.properties"))) {
            List<String> line = new ArrayList<>(java());
            line.addAll(List.of(
                    "kafka.tools.StorageTool",
                    "format",
                    "--ignore-formatted",
                    "--cluster-id",
                    Uuid.randomUuid().toString(),
                    "--config",
                    configuration().toString()));
            Shell.run(line, layout.run(), log());
        }
    }

    @Override
    public LeashedCommand command() {
        List<String> line = new ArrayList<>(java());
        if (classes != null) {
            line.addAll(1, classes.options(purpose));
        }
        line.addAll(List.of("kafka.Kafka", configuration().toString()));
        return new LeashedCommand(
                line, JvmOptions.ENVIRONMENT, layout.run(), log(), StopSignal.TERM, Duration.ofSeconds(40));
    }

    @Override
    public boolean isReady() {
        return Ports.isListening(port) && topics.brokerAnswers();
    }

    @Override
    public void furnish() throws IOException {
        topics.furnish();
    }

    @Override
    public void ended(int exitCode) throws IOException {
        if (classes != null) {
            classes.ended(exitCode);
        }
    }

    /** The broker's classes are on our own class path. */
    private List<String> java() {
        List<String> line = new ArrayList<>();
        line.add(Shell.java());
        line.addAll(JvmOptions.of(purpose, 320));
        line.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
                "-cp",
                Shell.classPath()));
        return line;
    }

    private Path configuration() {
        return layout.run().resolve("kafka.properties");
    }

    private Path dataDirectory() {
        return layout.data().resolve("kafka");
    }
}
