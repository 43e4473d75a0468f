package io.orderflow.testing.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.testing.e2e.launcher.BorrowedHome;
import io.orderflow.testing.e2e.launcher.CommandLine;
import io.orderflow.testing.e2e.launcher.ScriptRun;
import io.orderflow.testing.e2e.stack.Database;
import io.orderflow.testing.e2e.stack.ProcessHistory.Instance;
import io.orderflow.testing.e2e.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each story of {@code orderflow demo scenario} holds by its own account, and by what stands in the databases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenariosIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern ORDER = Pattern.compile("Proof, order (ord_[0-9a-f]{32})");
    private static final Path HOME = Path.of(System.getProperty("orderflow.e2e.home", "target/demo-home"))
            .toAbsolutePath()
            .resolveSibling("scenario-home");

    private Stack stack;
    private CommandLine orderflow;

    @BeforeAll
    void borrowTheStack() {
        stack = Stack.running();
        stack.mock().latency(0, 50);
        orderflow = new CommandLine(BorrowedHome.of(stack, HOME));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "late-answer, CANCELLED, REVERSED, EndEvent_OrderCancelled",
        "duplicate, COMPLETED, COMPLETED, EndEvent_OrderCompleted",
        "lost-answer, COMPLETED, COMPLETED COMPLETED, EndEvent_OrderCompleted",
        "cancel-after-request, CANCELLED, REVERSED CANCELLED, EndEvent_OrderCancelled",
        "fallout, COMPLETED, COMPLETED WAIVED COMPLETED, EndEvent_OrderCompleted",
        "approval-declined, CANCELLED, CANCELLED, EndEvent_OrderCancelled"
    })
    void holdsAsItIsTold(String name, String status, String lines, String end) {
        String output = told(name);
        assertThat(output).contains("[yes]", "All of it holds.").doesNotContain("[NO]");

        String orderId = orderIn(output);
        Database orders = new Database(stack.orderService().database());
        assertThat(orders.rows("SELECT status FROM orders WHERE id = ?", orderId))
                .containsExactly(List.of(status));
        assertThat(orders.rows("SELECT status FROM order_lines WHERE order_id = ? ORDER BY number", orderId))
                .extracting(row -> row.get(0))
                .containsExactly(lines.split(" "));
        assertThat(stack.processes().instances(orderId))
                .singleElement()
                .satisfies(instance -> assertEnded(instance, end));
    }

    @Test
    void theListNamesThemAll() {
        try (ScriptRun run = orderflow.start("demo", "scenario")) {
            assertThat(run.awaitExit(PATIENCE)).isZero();
            assertThat(run.output().lines().filter(line -> line.startsWith("  ")))
                    .hasSize(6);
        }
    }

    private String told(String name) {
        try (ScriptRun run = orderflow.start("demo", "scenario", name)) {
            assertThat(run.awaitExit(PATIENCE)).as(run.output()).isZero();
            return run.output();
        }
    }

    private void assertEnded(Instance instance, String end) {
        assertThat(stack.processes().endEvents(instance)).contains(end);
        assertThat(stack.processes().executions(instance)).isZero();
    }

    private static String orderIn(String output) {
        Matcher found = ORDER.matcher(output);
        assertThat(found.find()).as(output).isTrue();
        return found.group(1);
    }
}
