package io.orderflow.cli.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DocsCommandTest {

    private static final String CONTRACTS = Path.of("..", "contracts").toString();

    private final StringWriter output = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void writesBothFilesOnceAndTellsWhenTheyAreOutdated() throws Exception {
        assertThat(run("--check")).isEqualTo(3);
        assertThat(output.toString()).contains("asyncapi.yaml, index.html", "Next: ./orderflow contracts docs");
        assertThat(folder).isEmptyDirectory();

        assertThat(run()).isZero();
        assertThat(folder.resolve("asyncapi.yaml")).content().contains("asyncapi: \"3.0.0\"");
        assertThat(folder.resolve("index.html")).content().startsWith("<!DOCTYPE html>");
        assertThat(run("--check")).isZero();

        Files.writeString(folder.resolve("index.html"), "old");
        assertThat(run("--check")).isEqualTo(3);
        assertThat(run()).isZero();
        assertThat(output.toString()).contains("Wrote index.html to");
    }

    @Test
    void saysWhereThereIsNoCatalogue() {
        assertThat(new CommandLine(new DocsCommand())
                        .setErr(new PrintWriter(output))
                        .execute("--contracts", folder.toString()))
                .isEqualTo(1);
        assertThat(output.toString()).contains("No catalogue in " + folder);
    }

    private int run(String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "--contracts";
        arguments[1] = CONTRACTS;
        arguments[2] = "--to";
        arguments[3] = folder.toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return new CommandLine(new DocsCommand())
                .setOut(new PrintWriter(output))
                .execute(arguments);
    }
}
