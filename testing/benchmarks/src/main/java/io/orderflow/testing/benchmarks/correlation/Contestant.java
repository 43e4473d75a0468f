package io.orderflow.testing.benchmarks.correlation;

import io.orderflow.testing.benchmarks.servers.Servers;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.process.ChildJvm;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application that correlates the events of the order topic, in a JVM of its own. */
interface Contestant {

    /** As it stands in the report. */
    String name();

    /** With which it reads the order topic. */
    String consumerGroup();

    /** Starts it on an empty database; returns at once. */
    ChildJvm start(Servers servers, TestDatabase database, Path log);

    /** @throws IllegalStateException unless its own books say that each of so many events had its effect once */
    void requireHandledOnce(JdbcClient jdbc, long events);
}
