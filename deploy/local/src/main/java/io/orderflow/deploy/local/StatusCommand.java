package io.orderflow.deploy.local;

import io.orderflow.deploy.local.process.ResidentMemory;
import io.orderflow.deploy.local.state.Layout;
import io.orderflow.deploy.local.state.StackState;
import io.orderflow.deploy.local.state.StackState.Phase;
import io.orderflow.deploy.local.state.StackState.ServiceStatus;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what runs. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows what runs, where, and how much memory it takes.",
        footer = "Exit code 0 if everything is ready, else 1.")
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-18s %6s %9s  %-11s %9s%n";
    private static final double MEGABYTE = 1024 * 1024;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Layout layout = Layout.from(System.getenv());
        layout.create();
        Optional<StackState> state = new Running(layout).state();
        if (state.isEmpty()) {
            out.println("The stack is not up. Next: ./orderflow up");
            return 1;
        }
        return print(state.get(), out) ? 0 : 1;
    }

    private static boolean print(StackState stack, PrintWriter out) {
        out.printf(ROW, "SERVICE", "PORT", "PID", "STATE", "MEMORY");
        for (StackState.Service service : stack.services()) {
            boolean runs = service.pid() != 0;
            out.printf(
                    ROW,
                    service.name(),
                    service.port(),
                    runs ? service.pid() : "-",
                    word(service.state()),
                    runs ? megabytes(ResidentMemory.ofTree(service.pid())) : "-");
        }
        out.printf(ROW, "supervisor", "-", stack.supervisorPid(), word(stack.state()), "");
        out.printf(ROW, "all together", "", "", "", megabytes(ResidentMemory.ofTree(stack.supervisorPid())));
        stack.notes().forEach(note -> out.println("Note: " + note));
        stack.urls().forEach((name, url) -> out.printf("%-10s %s%n", name, url));
        boolean ready = stack.state() == Phase.READY
                && stack.services().stream().allMatch(service -> service.state() == ServiceStatus.READY);
        if (!ready) {
            out.println("Not everything is ready. Logs: .orderflow/logs. Next: ./orderflow status");
        }
        return ready;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / MEGABYTE);
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
