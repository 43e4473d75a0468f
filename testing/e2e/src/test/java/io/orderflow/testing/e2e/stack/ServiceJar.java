package io.orderflow.testing.e2e.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds what a module's build has packaged. */
final class ServiceJar {

    private static final Path MODULES = Path.of(System.getProperty("orderflow.e2e.modules", "../.."));

    private ServiceJar() {}

    static Path of(String module) {
        Path target = MODULES.resolve(module).resolve("target").normalize();
        try (var files = Files.list(target)) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .toList();
            if (jars.size() != 1) {
                throw new IllegalStateException(
                        "%s holds %d *-exec.jar files; package %s first".formatted(target, jars.size(), module));
            }
            return jars.get(0).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("package " + module + " first", e);
        }
    }
}
