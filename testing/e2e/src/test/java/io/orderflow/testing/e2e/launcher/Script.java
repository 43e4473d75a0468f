package io.orderflow.testing.e2e.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code ./orderflow} of the project, with a home of its own, so that it never meets the stack of whoever builds. It
 * runs what the build has packaged and builds nothing itself.
 */
public record Script(Path home) {

    private static final Path ROOT = Path.of(System.getProperty("orderflow.e2e.modules", "../.."))
            .toAbsolutePath()
            .normalize();

    /** Runs a command to its end, which must be a good one. */
    public void run(Duration atMost, String... arguments) {
        try (ScriptRun run = start(arguments)) {
            int exitCode = run.awaitExit(atMost);
            if (exitCode != 0) {
                throw new AssertionError("%s ended with exit code %d:%n%s".formatted(run, exitCode, run.output()));
            }
        }
    }

    /** Starts a command and returns at once. */
    public ScriptRun start(String... arguments) {
        List<String> line = new ArrayList<>(List.of(ROOT.resolve("orderflow").toString()));
        line.addAll(List.of(arguments));
        Path output = home.resolve("output").resolve(arguments[0] + ".txt");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile());
        builder.environment().put("ORDERFLOW_HOME", home.toString());
        builder.environment().put("ORDERFLOW_BUILD", "never");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Files.createDirectories(output.getParent());
            return new ScriptRun(String.join(" ", line), builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
