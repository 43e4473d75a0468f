package io.orderflow.deploy.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * Where things lie.
 *
 * @param root the project, with the built jars
 * @param home what the stack writes; everything in it can be deleted while the stack is down
 */
public record Layout(Path root, Path home) {

    /** Reads ORDERFLOW_ROOT and ORDERFLOW_HOME; the first is set by the {@code orderflow} script. */
    public static Layout from(Map<String, String> environment) {
        Path root = Path.of(Optional.ofNullable(environment.get("ORDERFLOW_ROOT"))
                        .orElseGet(() -> System.getProperty("user.dir")))
                .toAbsolutePath()
                .normalize();
        Path home = Optional.ofNullable(environment.get("ORDERFLOW_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElse(root.resolve(".orderflow"));
        return new Layout(root, home.toAbsolutePath().normalize());
    }

    public Path run() {
        return home.resolve("run");
    }

    public Path data() {
        return home.resolve("data");
    }

    /** Unpacked binaries and archives; dear to make, safe to delete. */
    public Path cache() {
        return home.resolve("cache");
    }

    public Path log(String service) {
        return home.resolve("logs").resolve(service + ".log");
    }

    public Path stackFile() {
        return run().resolve("stack.json");
    }

    public Path lockFile() {
        return run().resolve("supervisor.lock");
    }

    public Path credentialsFile() {
        return run().resolve("credentials.properties");
    }

    /** Relative to the project where possible, because people read and type it. */
    public String shown(Path path) {
        return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
    }

    /** Makes the directories; {@code run} is for the owner's eyes only. */
    public void create() {
        try {
            Files.createDirectories(home.resolve("logs"));
            Files.createDirectories(data());
            Files.createDirectories(cache());
            Files.createDirectories(run());
            Files.setPosixFilePermissions(run(), PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write below " + home, e);
        }
    }
}
