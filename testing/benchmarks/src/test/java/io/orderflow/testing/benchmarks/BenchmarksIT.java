package io.orderflow.testing.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.testing.benchmarks.inbox.InboxBenchmark;
import io.orderflow.testing.benchmarks.outbox.OutboxBenchmark;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.report.Report;
import io.orderflow.testing.benchmarks.servers.Servers;
import io.orderflow.testing.benchmarks.workload.Events;
import java.io.PrintWriter;
import java.io.Writer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Both benchmarks, small. They throw if an event is lost or out of order. How fast they are says nothing here: only that
 * each figure is there and on the side where it must be even when the JVM is cold. The inbox comes first, because it reads its topic
 * from the beginning.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BenchmarksIT {

    private static final int ROWS = 4_000;
    private static final int KEYS = 40;
    private static final int PLAIN_ROWS = 200;

    private static Servers servers;

    private final Progress progress = new Progress(new PrintWriter(Writer.nullWriter()));
    private final Report report = new Report("small");

    @BeforeAll
    static void start() {
        servers = Servers.start(Events.TOPIC_FAMILY);
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    @Order(2)
    void outbox() throws Exception {
        OutboxBenchmark.Sizes sizes = new OutboxBenchmark.Sizes(ROWS, KEYS, PLAIN_ROWS, 1, 0, 20, 0);

        new OutboxBenchmark(servers, sizes, progress, report).run();

        assertThat(measured("relay to usual loop")).isGreaterThan(1);
        assertThat(measured("relay to raw producer")).isPositive();
        assertThat(measured("relay, window off, to raw producer")).isPositive();
        assertThat(measured("relay, records sent twice")).isZero();
        assertThat(measured("outbox in a transaction with 5 events")).isEqualTo(1);
        assertThat(measured("relay, statements per event")).isBetween(2.0 / ROWS, 0.1);
        assertThat(measured("relay, commits per event")).isBetween(1.0 / ROWS, 0.1);
        assertThat(measured("idle, commit to consumer, p99")).isBetween(0.1, 5_000.0);
        assertThat(report.goals()).hasSize(4);
    }

    @Test
    @Order(1)
    void inbox() throws Exception {
        InboxBenchmark.Sizes sizes = new InboxBenchmark.Sizes(ROWS, 1_000, KEYS, PLAIN_ROWS, 1);

        new InboxBenchmark(servers, sizes, progress, report).run();

        assertThat(measured("consumer to usual loop")).isGreaterThan(1);
        assertThat(measured("consumer, statements per event")).isBetween(2.0 / ROWS, 0.2);
        assertThat(measured("consumer, commits per event")).isBetween(1.0 / ROWS, 0.05);
        assertThat(measured("consumer, samples of its threads")).isPositive();
        assertThat(measured("schema validation of these samples")).isBetween(0.0, 80.0);
        assertThat(measured("schema validation alone, CPU")).isPositive();
        assertThat(report.goals()).hasSize(4);
    }

    private double measured(String what) {
        assertThat(report.figure(what).runs()).as(what).hasSize(1);
        return report.figure(what).median();
    }
}
