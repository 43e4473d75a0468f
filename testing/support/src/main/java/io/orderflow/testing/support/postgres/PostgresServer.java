package io.orderflow.testing.support.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A running server as its superuser sees it. It ends with the JVM. */
interface PostgresServer {

    /**
     * What differs from a stock server. Durability is on although it costs time: a test about faults says nothing on a
     * server that acknowledges commits which it has not written. The sizes are PostgreSQL's own unless a system property
     * says otherwise: what is measured should be measured on a server of a sensible size, and one that counts.
     */
    Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "max_connections", "200",
            "password_encryption", "scram-sha-256",
            "shared_buffers", System.getProperty("orderflow.test.postgres.shared-buffers", "128MB"),
            "max_wal_size", System.getProperty("orderflow.test.postgres.max-wal-size", "1GB"),
            "shared_preload_libraries", System.getProperty("orderflow.test.postgres.shared-preload-libraries", ""),
            "track_commit_timestamp", System.getProperty("orderflow.test.postgres.track-commit-timestamp", "off"));

    Connection connectAsSuperuser() throws SQLException;

    String jdbcUrl(String database);
}
