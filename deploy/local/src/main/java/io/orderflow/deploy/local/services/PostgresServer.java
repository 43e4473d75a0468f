package io.orderflow.deploy.local.services;

import io.orderflow.deploy.local.process.LeashedCommand;
import io.orderflow.deploy.local.process.StopSignal;
import io.orderflow.deploy.local.state.Credentials;
import io.orderflow.deploy.local.state.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 17 from embedded binaries, durable and with passwords: a crash must cost what it costs in production. */
public final class PostgresServer implements StackService {

    public static final String NAME = "postgres";
    public static final int PORT = 5432;

    /** What is said even where it is the default is what the stack promises. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "120"),
            Map.entry("log_checkpoints", "off"),
            // Queues and engine tables are as good as empty all the time and churn thousands of rows a second: within
            // the
            // usual minute they become heaps of dead ones.
            Map.entry("autovacuum_naptime", "10s"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"));

    private static final Map<String, String> SHOW_SIZES = Map.of("shared_buffers", "128MB", "max_wal_size", "1GB");

    /** With statement counts, because whoever puts load on it asks where it goes. */
    private static final Map<String, String> LOAD_SIZES = Map.of(
            "shared_buffers", "512MB",
            "max_wal_size", "4GB",
            "shared_preload_libraries", "pg_stat_statements",
            "pg_stat_statements.track_planning", "off");

    private final Layout layout;
    private final Purpose purpose;
    private final int port;
    private final Credentials credentials;
    private final Databases databases;
    private @Nullable Path binaries;

    public PostgresServer(Layout layout, Purpose purpose, int port, Credentials credentials) {
        this.layout = layout;
        this.purpose = purpose;
        this.port = port;
        this.credentials = credentials;
        this.databases = new Databases(port, credentials);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public @Nullable String url() {
        return null;
    }

    @Override
    public Path log() {
        return layout.log(NAME);
    }

    @Override
    public String waitsFor() {
        return "a connection to 127.0.0.1:" + port;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Path home = PostgresBinaries.unpack(layout.cache());
        binaries = home.resolve("bin");
        Trees.makeOnce(dataDirectory(layout), this::initialise);
    }

    @Override
    public LeashedCommand command() {
        List<String> line = new ArrayList<>(
                List.of(binary("postgres"), "-D", dataDirectory(layout).toString(), "-p", Integer.toString(port)));
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.putAll(
                switch (purpose) {
                    case SHOW -> SHOW_SIZES;
                    case LOAD -> LOAD_SIZES;
                });
        settings.forEach((key, value) -> line.addAll(List.of("-c", key + "=" + value)));
        try {
            return new LeashedCommand(
                    Unprivileged.command(line, layout.run()),
                    Map.of(),
                    layout.run(),
                    log(),
                    StopSignal.INT,
                    Duration.ofSeconds(30));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isReady() {
        return databases.answer();
    }

    @Override
    public void furnish() throws IOException {
        try {
            databases.create();
        } catch (SQLException e) {
            throw new IOException("cannot create roles and databases: " + e.getMessage(), e);
        }
    }

    @Override
    public void ended(int exitCode) {
        // It cleans up behind itself, at its next start if need be.
    }

    /** Where the data is, for whoever looks for what a crash left behind. */
    public static Path dataDirectory(Layout layout) {
        return layout.data().resolve("postgres");
    }

    private void initialise(Path directory) throws IOException, InterruptedException {
        Path password = layout.run().resolve("initdb.password");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, credentials.databasePassword("postgres"));
            List<String> line = List.of(
                    binary("initdb"),
                    "--pgdata=" + directory,
                    "--username=postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");
            Shell.run(Unprivileged.command(line, layout.run()), layout.run(), log());
        } finally {
            Files.delete(password);
        }
    }

    private String binary(String name) {
        if (binaries == null) {
            throw new IllegalStateException("not prepared");
        }
        return binaries.resolve(name).toString();
    }
}
