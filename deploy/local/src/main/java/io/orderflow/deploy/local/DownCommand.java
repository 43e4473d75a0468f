package io.orderflow.deploy.local;

import io.orderflow.deploy.local.state.Layout;
import io.orderflow.deploy.local.state.StackLock;
import io.orderflow.deploy.local.state.StackState;
import io.orderflow.deploy.local.supervisor.Leftovers;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops the stack; the data stays. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops the stack. The data stays.")
final class DownCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--tied-to",
            paramLabel = "PID",
            description = "Stop the stack only if it was started for this process.")
    private @Nullable Long tiedTo;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Layout layout = Layout.from(System.getenv());
        layout.create();
        Running running = new Running(layout);
        if (tiedTo != null && !belongsTo(running, tiedTo)) {
            return 0;
        }
        if (new Stopping(running, out).stop()) {
            out.println("The data is kept. Next: ./orderflow up");
        } else {
            clean(layout, out);
        }
        return 0;
    }

    private static boolean belongsTo(Running running, long pid) {
        return running.state()
                .map(StackState::tiedTo)
                .filter(owner -> owner == pid)
                .isPresent();
    }

    private static void clean(Layout layout, PrintWriter out) throws IOException, InterruptedException {
        Optional<StackLock> lock = StackLock.tryAcquire(layout.lockFile());
        if (lock.isEmpty()) {
            throw new IOException("somebody else is starting or stopping the stack. Next: ./orderflow status");
        }
        try (StackLock held = lock.get()) {
            int found = new Leftovers(layout, out::println).remove();
            out.println(found == 0 ? "The stack is not up. Next: ./orderflow up" : "Nothing is left running.");
        }
    }
}
