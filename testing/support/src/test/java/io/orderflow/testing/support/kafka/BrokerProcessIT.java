package io.orderflow.testing.support.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class BrokerProcessIT {

    @Test
    void keepsRecordsAndAddressOverACrash() throws Exception {
        try (BrokerProcess broker = BrokerProcess.start();
                KafkaProducer<String, String> producer = producer(broker)) {
            String address = broker.bootstrapServers();
            long firstPid = broker.pid();
            broker.createTopic("crash", 2, Map.of());
            producer.send(new ProducerRecord<>("crash", "key", "before")).get();

            broker.kill();
            assertThat(broker.isRunning()).isFalse();
            assertThat(ProcessHandle.of(firstPid)).isEmpty();
            broker.startAgain();

            assertThat(broker.bootstrapServers()).isEqualTo(address);
            producer.send(new ProducerRecord<>("crash", "key", "after")).get();
            assertThat(broker.records("crash"))
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .containsExactly("before", "after");
        }
    }

    @Test
    void answersNobodyWhileItIsStopped() throws Exception {
        try (BrokerProcess broker = BrokerProcess.start();
                KafkaProducer<String, String> producer = producer(broker)) {
            broker.createTopic("pause", 1, Map.of());
            producer.send(new ProducerRecord<>("pause", "warm")).get();
            broker.pause();
            var answer = producer.send(new ProducerRecord<>("pause", "late"));
            assertThatThrownBy(() -> answer.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            broker.resume();
            assertThat(answer.get(30, TimeUnit.SECONDS).offset()).isEqualTo(1);
        }
    }

    @Test
    void leavesNeitherProcessNorDataBehind() {
        BrokerProcess broker = BrokerProcess.start();
        long pid = broker.pid();
        Path directory = broker.log().getParent();
        broker.close();
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(directory).doesNotExist();
    }

    @Test
    void endsEvenIfTheTestIsKilledWhileItIsStopped(@TempDir Path directory) throws IOException {
        Path pidFile = directory.resolve("broker.pid");
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerHolder.class.getName(),
                        pidFile.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("holder.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(pidFile));
        List<String> written = Files.readAllLines(pidFile);
        long broker = Long.parseLong(written.get(0));
        assertThat(ProcessHandle.of(broker)).isPresent();
        holder.destroyForcibly();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> ProcessHandle.of(broker).isEmpty());
        // Nobody was left to remove the data.
        FileSystemUtils.deleteRecursively(Path.of(written.get(1)));
    }

    private static KafkaProducer<String, String> producer(BrokerProcess broker) {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer());
    }
}
