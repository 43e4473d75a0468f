package io.orderflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** As a person meets it while no stack is up; the build sets ORDERFLOW_HOME to an empty directory. */
class OrderflowTest {

    private final StringWriter output = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void saysHowToStartTheStack() {
        assertThat(run("order", "show", "ord_1")).isEqualTo(1);
        assertThat(output.toString()).isEqualTo("orderflow: the stack is not up. Next: ./orderflow up\n");
    }

    @Test
    void asksForAReasonBeforeAnythingIsBroughtBackOrGivenUp() {
        assertThat(run("dead-letters", "redrive", "--group", "g")).isEqualTo(2);
        assertThat(run("dead-letters", "discard", "--group", "g")).isEqualTo(2);
        assertThat(output.toString()).contains("Missing required option: '--reason=TEXT'");
        assertThat(run("dead-letters", "list")).isEqualTo(1);
    }

    @Test
    void answersABadInputWithAMessageAndExitCodeOne() throws Exception {
        Path bad = Files.writeString(directory.resolve("bad.csv"), "a,b\n1,2\n");

        assertThat(run("demo", "--check", "--input", bad.toString())).isEqualTo(1);
        assertThat(output.toString())
                .startsWith("orderflow: " + bad + " lacks the column")
                .doesNotContain("\tat ");
    }

    @Test
    void answersABadOrderFileBeforeItAsksAnybody() throws Exception {
        Path bad = Files.writeString(directory.resolve("order.json"), "{\"quoteId\": ");

        assertThat(run("order", "submit", bad.toString())).isEqualTo(1);
        assertThat(output.toString()).contains("is not JSON").doesNotContain("\tat ");
    }

    @Test
    void answersAWrongUsageWithExitCodeTwo() {
        assertThat(run("demo", "--orders", "0")).isEqualTo(2);
        assertThat(run("order", "show")).isEqualTo(2);
        assertThat(run("nonsense")).isEqualTo(2);
    }

    @Test
    void listsTheStoriesWithoutAStackAndKnowsWhichThereAre() {
        assertThat(run("demo", "scenario")).isZero();
        assertThat(output.toString())
                .contains(
                        "late-answer",
                        "duplicate",
                        "lost-answer",
                        "cancel-after-request",
                        "fallout",
                        "approval-declined");
        assertThat(run("demo", "scenario", "--check", "fallout")).isZero();
        assertThat(run("demo", "scenario", "--check", "nonsense")).isEqualTo(2);
        assertThat(run("demo", "scenario", "fallout")).isEqualTo(1);
        assertThat(output.toString()).contains("there is no scenario nonsense", "the stack is not up");
    }

    @Test
    void asksForAReasonBeforeALineIsWaivedOrTriedAgain() {
        assertThat(run("order", "waive", "ord_1", "2")).isEqualTo(2);
        assertThat(run("order", "retry", "ord_1", "2")).isEqualTo(2);
        assertThat(output.toString()).contains("Missing required option: '--reason=TEXT'");
        assertThat(run("order", "waive", "ord_1", "2", "--reason", "gone")).isEqualTo(1);
    }

    @Test
    void sizesTopicsWithoutAStackWhenItIsToldWhatAnEventCosts() {
        assertThat(run("topics", "size", "--quotes-per-second", "10", "--ms-per-event", "1"))
                .isZero();
        assertThat(output.toString()).contains("oms.order.events.v1", "The declared partitions (local) fit.");
        assertThat(run("topics", "size", "--quotes-per-second", "10000", "--ms-per-event", "1"))
                .isEqualTo(3);
        assertThat(run("topics", "size", "--quotes-per-second", "10")).isEqualTo(1);
        assertThat(run("topics", "size", "--quotes-per-second", "0", "--ms-per-event", "1"))
                .isEqualTo(2);
    }

    @Test
    void comparesTopicsWithNothingButABroker() {
        assertThat(run("topics", "plan")).isEqualTo(1);
        assertThat(output.toString()).contains("the stack is not up");
        assertThat(run("topics", "plan", "--environment", "moon")).isEqualTo(2);
    }

    private int run(String... arguments) {
        CommandLine commandLine = Orderflow.commandLine();
        commandLine.setOut(new PrintWriter(output, true)).setErr(new PrintWriter(output, true));
        return commandLine.execute(arguments);
    }
}
