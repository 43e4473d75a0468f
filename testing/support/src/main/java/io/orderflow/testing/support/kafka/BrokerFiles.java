package io.orderflow.testing.support.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.springframework.util.FileSystemUtils;

/**
 * What a broker needs on disk before it starts, in a directory of its own.
 *
 * @param port where clients connect
 */
record BrokerFiles(Path directory, int port, List<String> jvmOptions) {

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
            offsets.topic.num.partitions=3
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=1
            group.initial.rebalance.delay.ms=0
            log.cleaner.dedupe.buffer.size=16777216
            # A killed broker is let in again only after its old session has ended.
            broker.heartbeat.interval.ms=500
            broker.session.timeout.ms=2000
            """;

    static BrokerFiles create(List<String> jvmOptions) throws IOException {
        BrokerFiles files =
                new BrokerFiles(Files.createTempDirectory("test-broker-"), BrokerPorts.free(), List.copyOf(jvmOptions));
        Files.writeString(files.configuration(), CONFIGURATION.formatted(files.port, BrokerPorts.free(), files.data()));
        int answer = StorageTool.execute(
                new String[] {
                    "format",
                    "--cluster-id",
                    Uuid.randomUuid().toString(),
                    "--config",
                    files.configuration().toString()
                },
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        if (answer != 0) {
            throw new IOException("the storage tool gave " + answer + " for " + files.configuration());
        }
        return files;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    Path configuration() {
        return directory.resolve("broker.properties");
    }

    Path log() {
        return directory.resolve("broker.log");
    }

    void remove() {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("data of a broker stay behind", e);
        }
    }

    private Path data() {
        return directory.resolve("data");
    }
}
