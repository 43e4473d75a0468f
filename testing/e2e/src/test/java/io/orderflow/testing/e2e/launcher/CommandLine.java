package io.orderflow.testing.e2e.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The packaged command line without the script around it: it starts no stack and finds the one of its home. */
public record CommandLine(BorrowedHome home) {

    private static final Path ROOT = Path.of(System.getProperty("orderflow.e2e.modules", "../.."))
            .toAbsolutePath()
            .normalize();

    /** Starts a command and returns at once. */
    public ScriptRun start(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString()));
        line.addAll(List.of(arguments));
        Path output = home.directory().resolve("output-%d.txt".formatted(System.nanoTime()));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile());
        builder.environment().put("ORDERFLOW_ROOT", ROOT.toString());
        builder.environment().put("ORDERFLOW_HOME", home.directory().toString());
        try {
            return new ScriptRun(String.join(" ", line), builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(ROOT.resolve("cli").resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("cli-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("package cli first"));
        } catch (IOException e) {
            throw new UncheckedIOException("package cli first", e);
        }
    }
}
