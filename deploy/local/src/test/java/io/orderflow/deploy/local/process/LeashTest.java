package io.orderflow.deploy.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {

    @TempDir
    Path directory;

    private Path script;

    @BeforeEach
    void install() throws IOException {
        script = Leash.install(directory);
    }

    @Test
    void aKilledHolderLeavesNoChild() throws Exception {
        Path pidFile = directory.resolve("child.pid");
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeHolder.class.getName(),
                        script.toString(),
                        directory.toString(),
                        pidFile.toString())
                .inheritIO()
                .start();
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(pidFile));
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(Files.readString(pidFile))).orElseThrow();
        List<ProcessHandle> all = holder.descendants().toList();
        assertThat(all).contains(child).hasSizeGreaterThan(1);

        holder.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(20)).until(() -> all.stream().noneMatch(Processes::isRunning));
    }

    @Test
    void aChildThatIgnoresTheSignalIsKilledAfterItsGrace() throws Exception {
        Leash leash = start("trap '' TERM; echo ready; while :; do sleep 0.1; done");
        await().until(() -> Files.readString(log()).contains("ready"));

        leash.stop();

        assertThat(leash.onExit().get(1, TimeUnit.SECONDS)).isEqualTo(128 + 9);
        assertThat(leash.identity().find()).isEmpty();
    }

    @Test
    void aChildThatHeedsTheSignalEndsItsOwnWay() throws Exception {
        Leash leash = start("trap 'echo farewell; exit 3' TERM; echo ready; while :; do sleep 0.1; done");
        await().until(() -> Files.readString(log()).contains("ready"));

        leash.stop();

        assertThat(leash.onExit().get(1, TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(Files.readString(log())).contains("farewell");
    }

    @Test
    void tellsTheExitCodeOfAChildThatEndsByItself() throws Exception {
        assertThat(start("exit 7").onExit().get(10, TimeUnit.SECONDS)).isEqualTo(7);
        assertThat(start("exit 0").onExit().get(10, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void stopsTheChildOfALeashThatWasKilled() throws Exception {
        Leash leash = start("while :; do sleep 0.1; done");
        ProcessHandle child = leash.identity().find().orElseThrow();
        child.parent().orElseThrow().destroyForcibly();
        leash.onExit().get(10, TimeUnit.SECONDS);

        leash.stop();

        assertThat(Processes.isRunning(child)).isFalse();
    }

    @Test
    void passesSecretsByEnvironmentAndNothingThatHappensToBeSet() throws Exception {
        LeashedCommand command = new LeashedCommand(
                List.of("env"),
                Map.of("SPRING_DATASOURCE_PASSWORD", "s3cret"),
                directory,
                log(),
                StopSignal.TERM,
                Duration.ofSeconds(1));

        Leash.start(script, command).onExit().get(10, TimeUnit.SECONDS);

        assertThat(Files.readAllLines(log()))
                .contains("SPRING_DATASOURCE_PASSWORD=s3cret")
                .noneMatch(line -> line.startsWith("ORDERFLOW_LEASH_TEST="));
        assertThat(System.getenv("ORDERFLOW_LEASH_TEST")).isEqualTo("set");
    }

    private Leash start(String bash) throws IOException {
        return Leash.start(
                script,
                new LeashedCommand(
                        List.of("bash", "-c", bash),
                        Map.of(),
                        directory,
                        log(),
                        StopSignal.TERM,
                        Duration.ofSeconds(2)));
    }

    private Path log() {
        return directory.resolve("child.log");
    }
}
