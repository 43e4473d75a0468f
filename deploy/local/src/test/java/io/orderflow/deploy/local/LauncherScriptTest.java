package io.orderflow.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell script in the root of the project, as far as it goes without a build. */
class LauncherScriptTest {

    private static final Path SCRIPT =
            Path.of("..", "..", "orderflow").toAbsolutePath().normalize();

    @TempDir
    Path elsewhere;

    @Test
    void helpsFromAnyDirectoryAndThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("of"), SCRIPT);

        Result help = run(Map.of(), link.toString(), "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("demo", "up [--fresh]", "topics tail", "Exit codes");
    }

    @Test
    void refusesAnUnknownCommandAsWrongUsage() throws Exception {
        Result result = run(Map.of(), SCRIPT.toString(), "fly");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("no such command: fly").contains("./orderflow COMMAND");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "macOS tells of every JDK that is installed")
    void saysHowToMendAWrongJava() throws Exception {
        Path wrong = Files.createDirectories(elsewhere.resolve("jdk-21/bin"));
        for (String tool : List.of("java", "javac")) {
            Path file = Files.writeString(wrong.resolve(tool), "#!/bin/sh\nexit 0\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(elsewhere.resolve("jdk-21/release"), "JAVA_VERSION=\"21.0.2\"\n");

        Result result = run(
                Map.of(
                        "JAVA_HOME", elsewhere.resolve("jdk-21").toString(),
                        "PATH", wrong + ":/usr/bin:/bin",
                        "ORDERFLOW_JDKS", elsewhere.toString()),
                SCRIPT.toString(),
                "status");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output())
                .contains("needs a JDK 17", "jdk-21", "JAVA_HOME=/path/to/jdk-17 ./orderflow status");
    }

    private record Result(int exitCode, String output) {}

    private Result run(Map<String, String> environment, String... command) throws Exception {
        List<String> line = new ArrayList<>(List.of("bash"));
        line.addAll(List.of(command));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(elsewhere.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
