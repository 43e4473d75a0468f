package io.orderflow.testing.e2e.launcher;

import io.orderflow.testing.e2e.client.Credentials;
import io.orderflow.testing.e2e.client.JsonHttp;
import io.orderflow.testing.e2e.client.OrderApi;
import io.orderflow.testing.e2e.stack.Database;
import io.orderflow.testing.support.postgres.TestDatabase;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Ways into the launcher's stack, with the secrets that it keeps for its user. */
public record Access(StackFile file, Properties secrets) {

    /** Reads the secrets of a stack that is up. */
    public static Access to(StackFile file) {
        Path path = file.home().resolve("run").resolve("credentials.properties");
        try (Reader reader = Files.newBufferedReader(path)) {
            Properties secrets = new Properties();
            secrets.load(reader);
            return new Access(file, secrets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public OrderApi orders() {
        Credentials caller = new Credentials(secrets.getProperty("api.user"), secrets.getProperty("api.password"));
        return new OrderApi(JsonHttp.of(file.url("orders"), caller));
    }

    /** A database as the role of the same name. */
    public Database database(String role) {
        String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(file.postgresPort(), role);
        return new Database(new TestDatabase(url, role, secrets.getProperty("db." + role + ".password")));
    }

    public DeadLetterTopics deadLetters() {
        return new DeadLetterTopics(file.kafka());
    }
}
