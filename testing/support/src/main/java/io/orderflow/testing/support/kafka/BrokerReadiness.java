package io.orderflow.testing.support.kafka;

import io.orderflow.testing.support.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Waits until a broker takes requests. */
final class BrokerReadiness {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private BrokerReadiness() {}

    static void await(String bootstrapServers, ChildJvm broker) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                "100"))) {
            while (!answers(admin)) {
                if (!broker.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("the broker did not start: " + logOf(broker));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the broker", e);
        }
    }

    /** A broker that the controller has not let in yet is not among the nodes. */
    private static boolean answers(Admin admin) throws InterruptedException {
        try {
            return !admin.describeCluster().nodes().get(1, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        }
    }

    private static String logOf(ChildJvm broker) {
        try {
            return Files.readString(broker.log());
        } catch (IOException e) {
            return e.toString();
        }
    }
}
