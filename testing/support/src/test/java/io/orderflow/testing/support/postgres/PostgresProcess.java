package io.orderflow.testing.support.postgres;

import java.nio.file.Files;
import java.nio.file.Path;

/** A JVM of its own for {@link ServerEndsWithJvmIT}: starts the server, writes down its process id and leaves. */
final class PostgresProcess {

    private PostgresProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (var superuser = EmbeddedPostgresServer.start().connectAsSuperuser();
                var row = superuser.createStatement().executeQuery("SELECT pg_read_file('postmaster.pid')")) {
            row.next();
            Files.writeString(
                    Path.of(arguments[0]), row.getString(1).lines().findFirst().orElseThrow());
        }
    }
}
