package io.orderflow.deploy.local.services;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Parsed and verified classes of one service (class data sharing): recorded when the service ends for the first time
 * after a build, used by all later starts, which it makes a good deal shorter.
 */
final class ClassArchive {

    /** Exit code of a JVM that ran its shutdown hooks after TERM. */
    private static final int TERMINATED = 128 + 15;

    private final Path archive;
    private final Path recording;

    private ClassArchive(Path archive) {
        this.archive = archive;
        this.recording = archive.resolveSibling(archive.getFileName() + ".recording");
    }

    /** The archive fits this jar as it lies there (a JVM compares times as well) and this JVM, or it gets another name. */
    static ClassArchive of(String service, Path jar, Path cache) throws IOException {
        CRC32 key = new CRC32();
        key.update("%s %s %s %d"
                .formatted(
                        System.getProperty("java.vm.version"),
                        System.getProperty("java.home"),
                        jar,
                        Files.getLastModifiedTime(jar).toMillis())
                .getBytes(StandardCharsets.UTF_8));
        key.update(Long.toString(Files.size(jar)).getBytes(StandardCharsets.UTF_8));
        Path directory = Files.createDirectories(cache.resolve("classes"));
        Path archive = directory.resolve("%s-%08x.jsa".formatted(service, key.getValue()));
        if (!Files.exists(archive)) {
            deleteOlder(directory, service);
        }
        return new ClassArchive(archive);
    }

    /** What to start the JVM with. A stack under load records nothing: it would take longer to stop than it may. */
    List<String> options(Purpose purpose) {
        if (Files.exists(archive)) {
            return List.of("-XX:SharedArchiveFile=" + archive);
        }
        return switch (purpose) {
            case SHOW -> List.of("-XX:ArchiveClassesAtExit=" + recording);
            case LOAD -> List.of();
        };
    }

    /** What a JVM recorded that was killed may be half an archive. */
    void ended(int exitCode) throws IOException {
        if (!Files.exists(recording)) {
            return;
        }
        if (exitCode == 0 || exitCode == TERMINATED) {
            Files.move(recording, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(recording);
        }
    }

    private static void deleteOlder(Path directory, String service) throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(directory, service + "-*.jsa*")) {
            for (Path older : archives) {
                Files.delete(older);
            }
        }
    }
}
