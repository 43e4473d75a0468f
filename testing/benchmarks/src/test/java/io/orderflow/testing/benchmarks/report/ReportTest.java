package io.orderflow.testing.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Report report = new Report("Outbox");

    @Test
    void judgesByTheMedianAndShowsEveryRunAsJson() throws Exception {
        report.add("relay", "rows/s", 3);
        report.add("relay", "rows/s", 1);
        report.add("relay", "rows/s", 2);
        report.goal(Goal.atLeast("relay", report.figure("relay").median(), 2.5));

        JsonNode json = new ObjectMapper().readTree(report.asJson());

        assertThat(report.figure("relay").median()).isEqualTo(2);
        assertThat(json.at("/figures/0/runs").toString()).isEqualTo("[3.0,1.0,2.0]");
        assertThat(json.at("/goals/0/reached").asBoolean(true)).isFalse();
    }

    @Test
    void showsAMissedGoalInTheTable() {
        report.add("p99", "ms", 61);
        report.goal(Goal.atMost("p99", 61, 50));

        assertThat(TextTable.of(report)).contains("61.00, must be at most 50.00: NOT REACHED");
    }
}
