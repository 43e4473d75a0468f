package io.orderflow.testing.support.kafka;

import io.orderflow.testing.support.process.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A real single-node KRaft broker as a process of its own, with data and ports of its own: for tests that kill and stop
 * brokers, and for measurements that must not share a JVM with the broker. It creates no topic by chance and ends with
 * the JVM. Not thread safe.
 */
public final class BrokerProcess implements AutoCloseable {

    private static final List<String> OPTIONS =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true");

    private final BrokerFiles files;
    private final Thread closeAtExit = new Thread(this::killAndRemove, "test-broker-stop");
    private @Nullable ChildJvm jvm;

    private BrokerProcess(BrokerFiles files) {
        this.files = files;
    }

    /** A broker with the JVM options that suit tests; returns once it answers. */
    public static BrokerProcess start() {
        return start(OPTIONS);
    }

    /** As {@link #start()}, with JVM options of the caller's choice. */
    public static BrokerProcess start(List<String> jvmOptions) {
        try {
            BrokerProcess broker = new BrokerProcess(BrokerFiles.create(jvmOptions));
            Runtime.getRuntime().addShutdownHook(broker.closeAtExit);
            broker.startAgain();
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for a broker", e);
        }
    }

    /** Where clients connect; stays the same over restarts. */
    public String bootstrapServers() {
        return files.bootstrapServers();
    }

    /** Starts it on the data it left behind; returns once it answers. */
    public void startAgain() {
        if (jvm != null) {
            throw new IllegalStateException("the broker is running");
        }
        ChildJvm started = ChildJvm.start(
                files.jvmOptions(), "kafka.Kafka", List.of(files.configuration().toString()), log());
        jvm = started;
        BrokerReadiness.await(bootstrapServers(), started);
    }

    /** Kills it without any chance to tidy up (SIGKILL). What clients were told is written stays written. */
    public void kill() {
        running().kill();
        jvm = null;
    }

    /** {@link #kill()} and {@link #startAgain()}. */
    public void crashAndRestart() {
        kill();
        startAgain();
    }

    /** Stops it where it is (SIGSTOP): connections stay open and nothing answers. */
    public void pause() {
        running().pause();
    }

    /** Lets a stopped broker go on (SIGCONT). */
    public void resume() {
        running().resume();
    }

    public boolean isRunning() {
        return jvm != null && jvm.isAlive();
    }

    public long pid() {
        return running().pid();
    }

    /** All output of the process; removed on close. */
    public Path log() {
        return files.log();
    }

    /** Creates a topic, or leaves one of the same name and partition count as it is. */
    public void createTopic(String name, int partitions, Map<String, String> configuration) {
        new TopicAdmin(bootstrapServers()).create(name, partitions, configuration);
    }

    /** All records of a topic from the beginning to the end it has now, partition by partition in offset order. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        return new TopicReader(bootstrapServers()).readAll(topic);
    }

    /** Kills it and removes its data. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(closeAtExit);
        killAndRemove();
    }

    private void killAndRemove() {
        if (jvm != null) {
            jvm.kill();
            jvm = null;
        }
        files.remove();
    }

    private ChildJvm running() {
        if (jvm == null) {
            throw new IllegalStateException("the broker is not running");
        }
        return jvm;
    }
}
