package io.orderflow.deploy.local;

import io.orderflow.deploy.local.state.Credentials;
import io.orderflow.deploy.local.state.Layout;
import io.orderflow.deploy.local.state.StackState;
import io.orderflow.deploy.local.state.StackState.Step;
import io.orderflow.deploy.local.state.StackState.StepStatus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** What to know once the stack is up, or why it is not. */
final class Summary {

    private static final int TAIL_LINES = 15;

    private Summary() {}

    static void print(StackState stack, Layout layout, PrintWriter out) {
        Credentials credentials = Credentials.loadOrCreate(layout.credentialsFile());
        stack.notes().forEach(note -> out.println("  Note: " + note));
        out.printf("  Orders     %s/swagger-ui.html%n", stack.urls().get("orders"));
        out.printf("             login %s / %s%n", credentials.apiUser(), credentials.apiPassword());
        out.printf("  Cockpit    %s%n", stack.urls().get("cockpit"));
        out.printf("             login %s / %s%n", credentials.cockpitUser(), credentials.cockpitPassword());
        out.printf("  Kafka      %s%n", stack.kafka());
        out.println("  Next: ./orderflow demo     feeds a thousand real invoices");
        out.println("        ./orderflow status   what runs     ./orderflow down   stops it, keeps the data");
        out.flush();
    }

    static void printFailure(Optional<StackState> state, Layout layout, PrintWriter out) {
        String culprit = state.stream()
                .flatMap(stack -> stack.steps().stream())
                .filter(step -> step.state() == StepStatus.FAILED)
                .map(Step::name)
                .findFirst()
                .orElse("supervisor");
        Path log = layout.log(culprit);
        if (!log.toFile().exists()) {
            log = layout.log("supervisor");
        }
        out.println("The stack did not start: "
                + state.map(StackState::message).filter(text -> !text.isBlank()).orElse("the supervisor ended"));
        out.println("The end of " + layout.shown(log) + ":");
        LogTail.of(log, TAIL_LINES).forEach(line -> out.println("  | " + line));
        out.println("Next: mend the cause and run ./orderflow up again;"
                + " ./orderflow up --fresh starts with empty data.");
        out.flush();
    }
}
