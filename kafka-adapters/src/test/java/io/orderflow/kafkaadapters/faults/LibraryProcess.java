package io.orderflow.kafkaadapters.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.process.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A node of the library as a process of its own, to be killed and stopped for real. Not thread safe. */
final class LibraryProcess implements AutoCloseable {

    private static final List<String> OPTIONS =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    /** With what a process ends that plays its own death. */
    static final int KILLED = 137;

    private final Class<?> main;
    private final List<String> arguments;
    private final Path log;
    private ChildJvm jvm;

    private LibraryProcess(Class<?> main, List<String> arguments, Path log) {
        this.main = main;
        this.arguments = arguments;
        this.log = log;
        this.jvm = launch();
    }

    /**
     * Starts a node; returns long before it is ready.
     *
     * @param main what runs in it
     * @param name of its log in {@code target/faults}
     * @param settings more {@code name=value} for {@code main}
     */
    static LibraryProcess start(Class<?> main, String name, TestDatabase database, String brokers, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "url=" + database.url(),
                "user=" + database.user(),
                "password=" + database.password(),
                "brokers=" + brokers));
        arguments.addAll(List.of(settings));
        try {
            Path logs = Files.createDirectories(Path.of("target", "faults"));
            Path log = logs.resolve(name + ".log");
            Files.deleteIfExists(log);
            return new LibraryProcess(main, arguments, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChildJvm launch() {
        return ChildJvm.start(OPTIONS, main.getName(), arguments, log);
    }

    /** Waits until it has killed itself. */
    void awaitEnd() {
        await().atMost(Duration.ofMinutes(2)).until(() -> !jvm.isAlive());
        assertThat(jvm.exitCode()).as("exit code, see %s", log).isEqualTo(KILLED);
    }

    /** SIGKILL, and a new process with the same settings. */
    void crashAndRestart() {
        jvm.kill();
        jvm = launch();
    }

    void pause() {
        jvm.pause();
    }

    void resume() {
        jvm.resume();
    }

    @Override
    public void close() {
        jvm.kill();
    }
}
