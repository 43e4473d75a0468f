package io.orderflow.deploy.local;

import io.orderflow.deploy.local.process.Processes;
import io.orderflow.deploy.local.state.Layout;
import io.orderflow.deploy.local.state.StackState;
import io.orderflow.deploy.local.state.StackState.Phase;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the stack in the background and shows how far it is. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts the stack in the background and waits until it is ready.",
        footer = "Exit code 0 if the stack is ready, else 1.")
final class UpCommand implements Callable<Integer> {

    private static final int LOOK_MILLIS = 200;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--fresh", description = "Delete all data first: databases, topics, credentials.")
    private boolean fresh;

    @Option(names = "--tied-to", paramLabel = "PID", description = "Stop the stack when this process has ended.")
    private @Nullable Long tiedTo;

    @Option(
            names = "--for-load",
            description =
                    "Slower to start and faster afterwards: the whole compiler, more memory, deadlines as in earnest.")
    private boolean forLoad;

    @Option(names = "--only", hidden = true, description = "Start only these members of the stack.")
    private @Nullable String only;

    private volatile boolean interrupted;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Layout layout = Layout.from(System.getenv());
        layout.create();
        Running running = new Running(layout);
        long since = System.nanoTime();
        if (fresh) {
            new Stopping(running, out).stop();
        }
        while (running.isUp()) {
            Optional<StackState> state = running.state();
            Phase phase = state.map(StackState::state).orElse(Phase.STARTING);
            if (phase == Phase.READY) {
                out.println("The stack is already up.");
                state.ifPresent(ready -> Summary.print(ready, layout, out));
                return 0;
            }
            if (phase == Phase.STARTING && state.isPresent()) {
                out.println("Another start is under way; following it.");
                return follow(state.get().supervisorPid(), layout, out, since);
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return launch(layout, out, since);
    }

    private int launch(Layout layout, PrintWriter out, long since) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        if (fresh) {
            arguments.add("--fresh");
        }
        if (forLoad) {
            arguments.add("--for-load");
        }
        if (tiedTo != null) {
            arguments.add("--tied-to=" + tiedTo);
        }
        if (only != null) {
            arguments.add("--only=" + only);
        }
        ProcessHandle supervisor = Detached.start(layout, arguments);
        Thread onInterrupt = new Thread(() -> {
            interrupted = true;
            out.printf("%nInterrupted; stopping what was started ...%n");
            out.flush();
            supervisor.destroy();
            supervisor.onExit().join();
            out.println("Stopped. Next: ./orderflow up");
            out.flush();
        });
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        int code = follow(supervisor.pid(), layout, out, since);
        if (!interrupted) {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        }
        return code;
    }

    private int follow(long supervisor, Layout layout, PrintWriter out, long since) throws InterruptedException {
        StepView view = new StepView(out, "1".equals(System.getenv("ORDERFLOW_TERMINAL")));
        Running running = new Running(layout);
        while (!interrupted) {
            boolean alive =
                    ProcessHandle.of(supervisor).filter(Processes::isRunning).isPresent();
            Optional<StackState> state = running.lastState().filter(last -> last.supervisorPid() == supervisor);
            state.ifPresent(known -> view.show(known.steps()));
            Phase phase = state.map(StackState::state).orElse(Phase.STARTING);
            if (phase == Phase.READY && state.isPresent()) {
                out.printf(Locale.ROOT, "Ready in %.1f s.%n", (System.nanoTime() - since) / 1e9);
                Summary.print(state.get(), layout, out);
                return 0;
            }
            if (phase == Phase.FAILED || !alive) {
                Summary.printFailure(state, layout, out);
                // A failed supervisor still has to stop what it had started.
                Optional<ProcessHandle> process = ProcessHandle.of(supervisor);
                if (process.isPresent()) {
                    Processes.awaitEnd(process.get(), STOP_LIMIT);
                }
                return 1;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return 1;
    }
}
