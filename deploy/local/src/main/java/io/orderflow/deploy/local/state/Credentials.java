package io.orderflow.deploy.local.state;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Properties;

/** The stack's secrets: made at random on the first start, kept with the data that they open. */
public final class Credentials {

    /** Databases and, by the same names, the roles that own them. */
    public static final List<String> DATABASES = List.of("order_service", "orchestration", "fulfillment_mock");

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 24;

    private final Properties values;

    private Credentials(Properties values) {
        this.values = values;
    }

    /** Reads the file, completes what is missing and writes it back with mode 0600 if anything was. */
    public static Credentials loadOrCreate(Path file) {
        try {
            Properties values = new Properties();
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    values.load(reader);
                }
            }
            if (complete(values)) {
                write(file, values);
            }
            return new Credentials(values);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + file, e);
        }
    }

    public String apiUser() {
        return get("api.user");
    }

    public String apiPassword() {
        return get("api.password");
    }

    public String apiTenant() {
        return get("api.tenant");
    }

    public String operatorUser() {
        return get("operations.user");
    }

    public String operatorPassword() {
        return get("operations.password");
    }

    public String cockpitUser() {
        return get("cockpit.user");
    }

    public String cockpitPassword() {
        return get("cockpit.password");
    }

    /** Password of a database role; {@code postgres} is the superuser. */
    public String databasePassword(String role) {
        return get("db." + role + ".password");
    }

    private String get(String key) {
        return values.getProperty(key);
    }

    private static boolean complete(Properties values) {
        boolean changed = values.putIfAbsent("api.user", "demo") == null;
        changed |= values.putIfAbsent("api.tenant", "tenant_demo") == null;
        changed |= values.putIfAbsent("operations.user", "operator") == null;
        changed |= values.putIfAbsent("cockpit.user", "admin") == null;
        changed |= addSecret(values, "api.password");
        changed |= addSecret(values, "operations.password");
        changed |= addSecret(values, "cockpit.password");
        changed |= addSecret(values, "db.postgres.password");
        for (String role : DATABASES) {
            changed |= addSecret(values, "db." + role + ".password");
        }
        return changed;
    }

    private static boolean addSecret(Properties values, String key) {
        return values.putIfAbsent(key, secret()) == null;
    }

    private static String secret() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .map(LETTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void write(Path file, Properties values) throws IOException {
        StringWriter text = new StringWriter();
        values.store(text, "Secrets of the local stack. Made at random; they open only what listens on this machine.");
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, text.toString());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
