package io.orderflow.testing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.testing.e2e.data.Invoice;
import io.orderflow.testing.e2e.data.Invoice.InvoiceLine;
import io.orderflow.testing.e2e.data.OrderBodies;
import io.orderflow.testing.e2e.launcher.BorrowedHome;
import io.orderflow.testing.e2e.launcher.CommandLine;
import io.orderflow.testing.e2e.launcher.ScriptRun;
import io.orderflow.testing.e2e.stack.Database;
import io.orderflow.testing.e2e.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Failed lines are decided from the command line, past Tasklist, and the process follows what the order says. */
class LineDecisionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path HOME = Path.of(System.getProperty("orderflow.e2e.home", "target/demo-home"))
            .toAbsolutePath()
            .resolveSibling("decision-home");

    private final Stack stack = Stack.running();
    private final CommandLine orderflow = new CommandLine(BorrowedHome.of(stack, HOME));
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Database engine = new Database(stack.orchestration().database());

    @AfterEach
    void forgetTheTrouble() {
        stack.mock().forget("flaky_" + run);
        stack.mock().forget("broken_" + run);
    }

    @Test
    void oneLineIsTriedAgainAndTheOtherWaived() {
        stack.mock().latency(0, 20);
        stack.mock().behave("flaky_" + run, "FAIL_THEN_SUCCEED");
        stack.mock().behave("broken_" + run, "FAIL");
        String orderId = capture();

        awaitTask(orderId);
        assertThat(done("order", "show", orderId))
                .contains("FAILED", "worth another attempt", "order retry|waive " + orderId);
        assertThat(done("order", "retry", orderId, "1", "--reason", "new stock came"))
                .contains("Order " + orderId);

        awaitLine(orderId, 2, "FAILED");
        awaitTask(orderId);
        assertThat(done("order", "waive", orderId, "2", "--reason", "the customer does without"))
                .contains("WAIVED");

        stack.orders().awaitStatus("COMPLETED", List.of(orderId), PATIENCE);
        assertThat(done("order", "show", orderId)).contains("had failed");
        assertThat(stack.mock().requests(orderId)).hasSize(3);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stack.processes().instances(orderId))
                        .singleElement()
                        .satisfies(instance -> assertThat(stack.processes().endEvents(instance))
                                .containsExactlyInAnyOrder(
                                        "EndEvent_LineFulfilled", "EndEvent_LineWaived", "EndEvent_OrderCompleted")));
        assertThat(openTasks(orderId)).isZero();

        try (ScriptRun again = orderflow.start("order", "waive", orderId, "2", "--reason", "again")) {
            assertThat(again.awaitExit(PATIENCE)).isEqualTo(1);
            assertThat(again.output()).contains("invalid_transition");
        }
    }

    private String capture() {
        Invoice invoice = new Invoice(
                run,
                "cust_17850",
                List.of(
                        new InvoiceLine("flaky_" + run, "fails once", 1, "2.55"),
                        new InvoiceLine("broken_" + run, "fails for good", 1, "3.39")));
        return stack.orders()
                .capture(OrderBodies.order("q_decide_" + run, invoice), "decide-" + run)
                .expecting(201)
                .path("id")
                .asText();
    }

    private String done(String... arguments) {
        try (ScriptRun command = orderflow.start(arguments)) {
            assertThat(command.awaitExit(PATIENCE)).as(command.output()).isZero();
            return command.output();
        }
    }

    private void awaitLine(String orderId, int number, String status) {
        await().atMost(PATIENCE).until(() -> stack.orders()
                .order(orderId)
                .path("lines")
                .path(number - 1)
                .path("status")
                .asText()
                .equals(status));
    }

    private void awaitTask(String orderId) {
        await("a task in Tasklist").atMost(PATIENCE).until(() -> openTasks(orderId) == 1);
    }

    private long openTasks(String orderId) {
        return engine.number(
                """
                SELECT count(*) FROM act_ru_task t JOIN act_hi_procinst p ON p.proc_inst_id_ = t.proc_inst_id_
                WHERE p.business_key_ = ?
                """,
                orderId);
    }
}
