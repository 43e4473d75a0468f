package io.orderflow.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FulfillmentReplayTextTest {

    private static final String REPLAY =
            """
            {"replay": {"id": "r-1", "state": "FINISHED", "requestsRead": 12, "answersRead": 4, "answersSince": "2026-09-01T00:00:00Z"},
             "findings": [%s]}
            """;

    private static final String FINDINGS =
            """
            {"number": 1, "kind": "MISSING", "tenantId": "tenant_demo", "orderLineId": "ord_1-1", "attempt": 1,
             "detail": "requested by event e-1, unknown to the provider",
             "command": {"method": "POST", "path": "/fulfillment-requests", "body": {"orderId": "ord_1"}}},
            {"number": 2, "kind": "ORPHAN", "tenantId": "tenant_demo", "orderLineId": "ord_2-1", "attempt": 1,
             "detail": "no event asked for it, and it was answered"}
            """;

    private final StringWriter output = new StringWriter();
    private final PrintWriter out = new PrintWriter(output, true);

    @Test
    void aReplayShowsTheDifferencesAndTheExactCommands() throws Exception {
        JsonNode report = json(REPLAY.formatted(FINDINGS));
        FulfillmentReplayText.report(report, out);
        FulfillmentReplayText.repairs(report, json("[]"), false, out);

        assertThat(output.toString())
                .contains("read 12 order events and 4 answers, with effects disabled: 2 differences")
                .contains("Older answers than 2026-09-01T00:00:00Z were not compared")
                .containsPattern("1  MISSING +ord_1-1 +1  requested by event e-1")
                .contains("1  tenant_demo  POST /fulfillment-requests {\"orderId\":\"ord_1\"}")
                .contains("2  tenant_demo  none:")
                .contains("Nothing was repaired. Next: ./orderflow replay fulfillment --run-repairs --reason TEXT");
    }

    @Test
    void repairsAreToldOneByOne() throws Exception {
        FulfillmentReplayText.repairs(
                json(REPLAY.formatted(FINDINGS)), json("[{\"number\": 1, \"result\": \"DONE\"}]"), true, out);

        assertThat(output.toString()).contains("1  DONE").contains("1 of 2 repaired.");
    }

    @Test
    void whereNothingDiffersThereIsNothingToRepair() throws Exception {
        JsonNode report = json(REPLAY.formatted(""));
        FulfillmentReplayText.report(report, out);
        FulfillmentReplayText.repairs(report, json("[]"), false, out);

        assertThat(output.toString()).contains("nothing differs").doesNotContain("Next:");
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
