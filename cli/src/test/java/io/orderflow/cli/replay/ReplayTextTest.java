package io.orderflow.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ReplayTextTest {

    private static final String OVERVIEW =
            """
            {"generation": 2, "table": "order_summary_projection_v2", "rows": 1200, "checksum": "00ff", "recordsInTopic": 60000,
             "running": false, "generations": [
               {"generation": 1, "state": "OLD", "table": "order_summary_projection_v1"},
               {"generation": 2, "state": "CURRENT", "table": "order_summary_projection_v2"}]}
            """;

    private final StringWriter output = new StringWriter();
    private final PrintWriter out = new PrintWriter(output, true);

    @Test
    void thePlanDoesNothingAndNamesTheNextStep() throws Exception {
        ReplayText.plan(json(OVERVIEW), false, out);

        assertThat(output.toString())
                .contains("order_summary_projection_v2: 1,200 orders, checksum 00ff")
                .contains("60,000 events")
                .contains("fill a new table")
                .endsWith("Nothing was done. Next: ./orderflow replay projection order-summary --yes\n");
    }

    @Test
    void anUnfinishedReplayIsTakenUpUnlessSomebodyWantsItOtherwise() throws Exception {
        JsonNode overview = json(OVERVIEW.replace("\"running\"", "\"unfinished\": 3, \"running\""));

        ReplayText.plan(overview, false, out);
        assertThat(output.toString()).contains("go on with order_summary_projection_v3");

        output.getBuffer().setLength(0);
        ReplayText.plan(overview, true, out);
        assertThat(output.toString()).contains("fill a new table").doesNotContain("go on with");
    }

    @Test
    void aSwitchShowsBothChecksumsAndHowToDropTheOldTable() throws Exception {
        int exitCode = ReplayText.ended(
                json(
                        """
                        {"table": "order_summary_projection_v2", "status": "SWITCHED", "skipped": 1, "comparison": {
                          "inUse": {"rows": 1200, "checksum": "00ff"}, "rebuilt": {"rows": 1200, "checksum": "00ff"},
                          "differing": 0, "differences": []}}
                        """),
                json(OVERVIEW),
                out);

        assertThat(exitCode).isZero();
        assertThat(output.toString())
                .contains("Skipped, because they are dead letters: 1")
                .contains("In use until now  1,200 orders, checksum 00ff")
                .contains("Rebuilt           1,200 orders, checksum 00ff")
                .contains("Switched: readers see order_summary_projection_v2.")
                .contains("--drop-old 1 --yes");
    }

    @Test
    void differencesAreListedWithTheirColumnsAndSwitchNothing() throws Exception {
        int exitCode = ReplayText.ended(
                json(
                        """
                        {"table": "order_summary_projection_v3", "status": "DIFFERENT", "comparison": {
                          "inUse": {"rows": 2, "checksum": "01"}, "rebuilt": {"rows": 2, "checksum": "02"}, "differing": 2,
                          "differences": [
                            {"tenantId": "t", "orderId": "ord_1", "where": "BOTH",
                             "columns": {"status": {"inUse": "ACTIVE", "rebuilt": "COMPLETED"}}},
                            {"tenantId": "t", "orderId": "ord_2", "where": "ONLY_REBUILT", "columns": {}}]}}
                        """),
                json(OVERVIEW),
                out);

        assertThat(exitCode).isEqualTo(1);
        assertThat(output.toString())
                .contains("2 orders differ:")
                .contains("status: in use ACTIVE, rebuilt COMPLETED")
                .contains("ord_2 (t): only in the rebuilt table")
                .contains("order_summary_projection_v2 is in use as before")
                .contains("--accept-differences --reason TEXT");
    }

    @Test
    void anInterruptedReplayCanGoOn() throws Exception {
        int exitCode = ReplayText.ended(json("{\"status\": \"INTERRUPTED\"}"), json(OVERVIEW), out);

        assertThat(exitCode).isEqualTo(1);
        assertThat(output.toString()).contains("goes on where it stopped");
    }

    @Test
    void theBarTellsSpeedAndRest() throws Exception {
        assertThat(
                        ReplayBar.line(
                                json(
                                        """
                        {"done": 0.5, "eventsRead": 30000, "eventsPerSecond": 24000, "secondsLeft": 2, "partitions": [
                          {"number": 0, "first": 0, "position": 15000, "until": 30000},
                          {"number": 1, "first": 0, "position": 15000, "until": 30000}]}
                        """)))
                .isEqualTo("[############------------]  50.0 %  30,000 read, 30,000 to go, 24,000 events/s, 2 s left");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
