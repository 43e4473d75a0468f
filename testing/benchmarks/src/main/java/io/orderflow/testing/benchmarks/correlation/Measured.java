package io.orderflow.testing.benchmarks.correlation;

import io.orderflow.testing.benchmarks.report.Report;
import io.orderflow.testing.benchmarks.servers.Cpu;
import io.orderflow.testing.benchmarks.servers.StatementStatistics.Asked;
import io.orderflow.testing.benchmarks.workload.OrderEvents;

/**
 * What a contestant did with a backlog.
 *
 * @param seconds from the moment it was let at the backlog until the last offset was committed
 */
record Measured(int events, double seconds, Cpu cpu, Asked asked) {

    double eventsPerSecond() {
        return events / seconds;
    }

    double millisPerEvent() {
        return 1e3 * seconds / events;
    }

    double postgresMillisPerEvent() {
        return cpu.postgres().toNanos() / 1e6 / events;
    }

    void addTo(Report report, String name) {
        report.add(name, "events/s", eventsPerSecond());
        report.add(name + ", orders", "orders/s", eventsPerSecond() / OrderEvents.EVENTS);
        report.add(name + ", statements per event", "statements", (double) asked.statements() / events);
        report.add(name + ", commits per event", "commits", (double) asked.commits() / events);
        report.add(name + ", CPU of the JVM", "ms/event", cpu.client().toNanos() / 1e6 / events);
        report.add(name + ", CPU of PostgreSQL", "ms/event", postgresMillisPerEvent());
        report.add(name + ", CPU of Kafka", "ms/event", cpu.kafka().toNanos() / 1e6 / events);
    }
}
