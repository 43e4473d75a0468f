package io.orderflow.testing.benchmarks.servers;

import java.time.Duration;

/**
 * CPU time that each side has used.
 *
 * @param client the JVM that is measured, garbage collector and compiler included
 * @param postgres the server's processes that are alive; an autovacuum worker that has ended is missing
 * @param kafka the broker
 */
public record Cpu(Duration client, Duration postgres, Duration kafka) {

    public Cpu since(Cpu before) {
        return new Cpu(client.minus(before.client), postgres.minus(before.postgres), kafka.minus(before.kafka));
    }
}
