package io.orderflow.bpmn.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The rules as bpmnlint and Modeler run them, over the same fixtures. Needs Node 20 and {@code npm ci} in {@code bpmn/lint};
 * skipped without them, except where CI is set.
 */
class BpmnlintTest {

    private static final Path LINT = Path.of("lint");

    @Test
    void theRulesInJavaScriptFindTheSame() throws IOException, InterruptedException {
        boolean installed = isOnPath("node") && Files.isDirectory(LINT.resolve("node_modules"));
        assumeTrue(
                installed || System.getenv("CI") != null,
                "not run: needs Node 20 and (cd bpmn/lint && npm ci). The rules in Java have been run");
        assertThat(installed)
                .as("CI is set, so Node 20 and (cd bpmn/lint && npm ci) are needed")
                .isTrue();

        Path output = Path.of("target/bpmnlint-test.txt");
        Process tests = new ProcessBuilder("npm", "test")
                .directory(LINT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = tests.waitFor(2, TimeUnit.MINUTES);
        tests.destroyForcibly();

        assertThat(ended && tests.exitValue() == 0)
                .as("npm test in bpmn/lint:%n%s", Files.readString(output))
                .isTrue();
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
