package io.orderflow.testing.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTableTest {

    @Test
    void hasARowForEachFigureWithItsGoals() {
        Report report = new Report("Outbox");
        report.setting("cores", 2);
        report.setting("JVM", "17");
        report.add("relay", "rows/s", 60_000);
        report.add("relay", "rows/s", 50_000);
        report.add("relay", "rows/s", 55_000.4);
        report.add("p99", "ms", 61.25);
        report.add("twice", "records", 0);
        report.goal(Goal.atLeast("relay", 55_000.4, 50_000));
        report.goal(Goal.atMost("p99", 61.25, 50));

        assertThat(MarkdownTable.of(report))
                .isEqualTo(
                        """
                        | | median | least–most | unit | runs | must be |
                        |---|--:|--:|---|--:|---|
                        | relay | 55,000 | 50,000–60,000 | rows/s | 3 | at least 50,000 |
                        | p99 | 61.25 |  | ms | 1 | at most 50.00: **not reached** |
                        | twice | 0.00 |  | records | 1 |  |

                        Measured on cores: 2; JVM: 17.
                        """);
    }
}
