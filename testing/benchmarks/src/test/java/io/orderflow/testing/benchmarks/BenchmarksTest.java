package io.orderflow.testing.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarksTest {

    private final StringWriter output = new StringWriter();

    @Test
    void tellsWhatItCanDo() {
        assertThat(run("outbox", "--help")).isZero();
        assertThat(output.toString()).contains("Usage: orderflow bench outbox").contains("--markdown");
    }

    @Test
    void answersAWrongUsageWithExitCodeTwo() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(run("inbox", "--rows=many")).isEqualTo(2);
        assertThat(run("inbox", "--json", "--markdown")).isEqualTo(2);
    }

    private int run(String... arguments) {
        CommandLine commandLine = Benchmarks.commandLine();
        commandLine.setOut(new PrintWriter(output)).setErr(new PrintWriter(output));
        return commandLine.execute(arguments);
    }
}
