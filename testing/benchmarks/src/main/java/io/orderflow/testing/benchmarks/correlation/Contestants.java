package io.orderflow.testing.benchmarks.correlation;

import io.orderflow.testing.benchmarks.report.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who takes part.
 *
 * @param jvmOptions the same for everybody
 * @param settings of the service and its variants, {@code name=value}
 * @param withoutIdeas settings that each take one idea from the service, a variant each
 * @param histories levels of the engine's history at which the usual listener takes part
 * @param withStatements whether the longest statements of each run are told
 */
public record Contestants(
        Path serviceJar,
        List<String> jvmOptions,
        List<String> settings,
        List<String> withoutIdeas,
        List<String> histories,
        boolean withStatements) {

    private static final String SERVICE = "orchestration/target";

    /** @throws IllegalStateException if the service was not built */
    public static Path builtService() {
        String root = System.getenv("ORDERFLOW_ROOT");
        Path directory = Path.of(root == null ? "" : root).toAbsolutePath();
        while (directory != null && !Files.isDirectory(directory.resolve(SERVICE))) {
            directory = directory.getParent();
        }
        if (directory != null) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(directory.resolve(SERVICE), "*-exec.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException(
                "no orchestration service is built; ./mvnw -DskipTests package -pl orchestration -am");
    }

    PackagedService service() {
        return new PackagedService("service", serviceJar, jvmOptions, settings);
    }

    List<PackagedService> variants() {
        return withoutIdeas.stream()
                .map(changed -> {
                    List<String> all = new ArrayList<>(settings);
                    all.addAll(List.of(changed.split(",")));
                    return new PackagedService("service with " + changed, serviceJar, jvmOptions, all);
                })
                .toList();
    }

    /** The engine keeps history {@code full} unless it is told otherwise. */
    List<UsualListener> baselines() {
        return histories.stream()
                .map(history -> new UsualListener(
                        history.equals("full") ? "baseline" : "baseline at history " + history, history, jvmOptions))
                .toList();
    }

    void explain(Execution execution, Measured measured, Progress progress) {
        if (withStatements) {
            execution
                    .longestStatements()
                    .forEach(statement -> progress.step(
                            "    %8.4f calls/event %8.4f ms/event  %.240s",
                            (double) statement.calls() / measured.events(),
                            statement.millis() / measured.events(),
                            statement.text()));
        }
    }
}
