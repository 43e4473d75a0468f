package io.orderflow.deploy.local.supervisor;

import io.orderflow.deploy.local.process.ProcessIdentity;
import io.orderflow.deploy.local.process.Processes;
import io.orderflow.deploy.local.services.PostgresServer;
import io.orderflow.deploy.local.state.Layout;
import io.orderflow.deploy.local.state.StackFile;
import io.orderflow.deploy.local.state.StackState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What an earlier supervisor left behind when it was killed. Its children stop by themselves, but that takes a moment,
 * and their leashes may have been killed as well. Only a process that has the recorded pid, started at the recorded
 * time and speaks of our directory in its command line is touched. Call with the lock held.
 */
public final class Leftovers {

    private static final Duration GRACE = Duration.ofSeconds(35);

    private final Layout layout;
    private final Consumer<String> say;

    public Leftovers(Layout layout, Consumer<String> say) {
        this.layout = layout;
        this.say = say;
    }

    /** Stops what still runs and removes what would keep PostgreSQL from starting; returns how many processes it met. */
    public int remove() throws IOException, InterruptedException {
        List<ProcessHandle> alive = new ArrayList<>();
        StackFile file = new StackFile(layout.stackFile());
        file.read().stream()
                .flatMap(state -> state.services().stream())
                .filter(service -> service.pid() != 0)
                .forEach(service -> find(service).ifPresent(process -> {
                    say.accept("%s still runs as process %d, stopping it".formatted(service.name(), process.pid()));
                    ask(process, service.name().equals(PostgresServer.NAME));
                    alive.add(process);
                }));
        postmaster().ifPresent(process -> {
            if (!alive.contains(process)) {
                say.accept("PostgreSQL still runs as process %d, stopping it".formatted(process.pid()));
                ask(process, true);
                alive.add(process);
            }
        });
        for (ProcessHandle process : alive) {
            awaitEnd(process);
        }
        Files.deleteIfExists(postmasterFile());
        file.delete();
        return alive.size();
    }

    private Optional<ProcessHandle> find(StackState.Service service) {
        return new ProcessIdentity(service.pid(), service.startedAt())
                .find(layout.home().toString());
    }

    /** PostgreSQL's own note of its pid, which it takes at its word: a stale one can name an innocent process. */
    private Optional<ProcessHandle> postmaster() throws IOException {
        if (!Files.exists(postmasterFile())) {
            return Optional.empty();
        }
        String pid = Files.readAllLines(postmasterFile()).stream()
                .findFirst()
                .orElse("")
                .strip();
        if (!pid.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(Processes::isRunning)
                .filter(process -> ProcessIdentity.commandLine(process)
                        .contains(PostgresServer.dataDirectory(layout).toString()));
    }

    private Path postmasterFile() {
        return PostgresServer.dataDirectory(layout).resolve("postmaster.pid");
    }

    private static void ask(ProcessHandle process, boolean interrupt) {
        if (!interrupt) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        } catch (IOException noKill) {
            process.destroy();
        }
    }

    private static void awaitEnd(ProcessHandle process) throws InterruptedException {
        if (!Processes.awaitEnd(process, GRACE)) {
            process.destroyForcibly();
            Processes.awaitEnd(process, GRACE);
        }
    }
}
