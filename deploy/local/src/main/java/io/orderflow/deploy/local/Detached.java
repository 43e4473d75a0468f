package io.orderflow.deploy.local;

import io.orderflow.deploy.local.state.Layout;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the supervisor so that it outlives us, our terminal and a Ctrl-C in it. */
final class Detached {

    /** A background job of a shell with job control has a process group of its own; HUP is the end of the terminal. */
    private static final String SCRIPT =
            """
            set -m
            trap '' HUP
            log=$1
            shift
            [ ! -f "$log" ] || mv "$log" "$log.1"
            "$@" </dev/null >>"$log" 2>&1 &
            echo $!
            """;

    private Detached() {}

    static ProcessHandle start(Layout layout, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                "bash", "-c", SCRIPT, "orderflow", layout.log("supervisor").toString()));
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LocalStack.class.getName(),
                "supervise"));
        line.addAll(arguments);
        Process shell = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = shell.inputReader(StandardCharsets.UTF_8)) {
            String pid = output.readLine();
            return ProcessHandle.of(Long.parseLong(String.valueOf(pid)))
                    .orElseThrow(() -> new IOException("the supervisor ended at once"));
        } catch (NumberFormatException noPid) {
            throw new IOException("cannot start the supervisor; is bash on the PATH?", noPid);
        }
    }
}
