package io.orderflow.deploy.local.services;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/** A service's packaged jar, taken apart once per build: from plain jars a JVM starts faster than from a nested one. */
final class BootJar {

    private BootJar() {}

    /** The one executable jar that the build of a module left. */
    static Path find(Path root, String module) throws IOException {
        List<Path> found = new ArrayList<>();
        Path target = root.resolve(module).resolve("target");
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, module + "-*-exec.jar")) {
                jars.forEach(found::add);
            }
        }
        if (found.size() != 1) {
            throw new IOException("%s: %s executable jars in %s; build it with `./mvnw -DskipTests package`"
                    .formatted(module, found.isEmpty() ? "no" : found.size(), target));
        }
        return found.get(0);
    }

    /** Returns the jar to start; the libraries lie beside it. */
    static Path extract(Path jar, Path cache, Path log) throws IOException, InterruptedException {
        Path applications = Files.createDirectories(cache.resolve("applications"));
        String name = jar.getFileName().toString();
        String build = "%s-%08x".formatted(name, contentOf(jar));
        Path directory = applications.resolve(build);
        if (!Files.isDirectory(directory)) {
            deleteOlderBuilds(applications, name);
        }
        Trees.makeOnce(directory, target -> {
            List<String> line = List.of(
                    Shell.java(),
                    "-Xmx64m",
                    "-XX:TieredStopAtLevel=1",
                    "-Djarmode=tools",
                    "-jar",
                    jar.toString(),
                    "extract",
                    "--force",
                    "--destination",
                    target.toString());
            Shell.run(line, cache, log);
        });
        return directory.resolve(name);
    }

    /** Not the time of the file: a reproducible build gives all its jars the same. */
    private static long contentOf(Path jar) throws IOException {
        CRC32 checksum = new CRC32();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .map(entry -> "%s %x %d%n".formatted(entry.getName(), entry.getCrc(), entry.getSize()))
                    .forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        }
        return checksum.getValue();
    }

    private static void deleteOlderBuilds(Path applications, String name) throws IOException {
        try (DirectoryStream<Path> builds = Files.newDirectoryStream(applications, name + "-*")) {
            for (Path build : builds) {
                Trees.delete(build);
            }
        }
    }
}
