package io.orderflow.deploy.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.deploy.local.process.ProcessIdentity;
import io.orderflow.deploy.local.process.Processes;
import io.orderflow.deploy.local.state.Layout;
import io.orderflow.deploy.local.state.StackFile;
import io.orderflow.deploy.local.state.StackState;
import io.orderflow.deploy.local.state.StackState.Phase;
import io.orderflow.deploy.local.state.StackState.ServiceStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    Path root;

    private final List<String> said = new ArrayList<>();
    private final List<Process> started = new ArrayList<>();
    private Layout layout;
    private Leftovers leftovers;

    @BeforeEach
    void setUp() {
        layout = new Layout(root, root.resolve(".orderflow"));
        layout.create();
        leftovers = new Leftovers(layout, said::add);
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void stopsARecordedProcessThatSpeaksOfOurDirectory() throws Exception {
        ProcessHandle ours = start(layout.data().resolve("kafka").toString());
        record("kafka", ProcessIdentity.of(ours));

        assertThat(leftovers.remove()).isEqualTo(1);

        assertThat(Processes.isRunning(ours)).isFalse();
        assertThat(said).containsExactly("kafka still runs as process %d, stopping it".formatted(ours.pid()));
        assertThat(layout.stackFile()).doesNotExist();
    }

    @Test
    void sparesAProcessThatGotTheRecordedNumber() throws Exception {
        ProcessHandle elsewhere = start("/some/other/stack");
        ProcessHandle later = start(layout.data().toString());
        record("kafka", ProcessIdentity.of(elsewhere));
        assertThat(leftovers.remove()).isZero();
        record(
                "kafka",
                new ProcessIdentity(later.pid(), ProcessIdentity.of(later).startedAt() - 60_000));
        assertThat(leftovers.remove()).isZero();

        assertThat(Processes.isRunning(elsewhere)).isTrue();
        assertThat(Processes.isRunning(later)).isTrue();
    }

    @Test
    void removesAStaleNoteOfPostgresThatNamesAnInnocentProcess() throws Exception {
        ProcessHandle innocent = start("/some/other/stack");
        Path note = Files.createDirectories(layout.data().resolve("postgres")).resolve("postmaster.pid");
        Files.writeString(note, innocent.pid() + "\n/somewhere\n");

        assertThat(leftovers.remove()).isZero();

        assertThat(note).doesNotExist();
        assertThat(Processes.isRunning(innocent)).isTrue();
    }

    private ProcessHandle start(String word) throws Exception {
        Process process = new ProcessBuilder("bash", "-c", "while :; do sleep 0.1; done", word).start();
        started.add(process);
        return process.toHandle();
    }

    private void record(String service, ProcessIdentity process) {
        new StackFile(layout.stackFile())
                .write(new StackState(
                        Phase.READY,
                        1,
                        0,
                        null,
                        "",
                        List.of(),
                        List.of(),
                        List.of(new StackState.Service(
                                service, 9092, process.pid(), process.startedAt(), null, ServiceStatus.READY, "log")),
                        Map.of(),
                        null,
                        null,
                        "credentials"));
    }
}
