package io.orderflow.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.cli.records.SeenRecord;
import io.orderflow.cli.records.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProofTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void showsBeforeAndAfterAndWhatIsNew() throws Exception {
        Proof proof = new Proof(snapshot("ACTIVE", 1), snapshot("COMPLETED", 2)).claim("it is over", true);

        assertThat(proof.holds()).isTrue();
        assertThat(text(proof))
                .contains("ACTIVE, version 1", "COMPLETED, version 2", "1, last at 3/7", "2, last at 3/8")
                .containsPattern("\\+ v2 +line 1 +REQUESTED > COMPLETED")
                .containsPattern("\\+ oms.order.events.v1 +3/8 ")
                .contains("inbox a.consumer APPLIED", "+1")
                .contains("[yes] it is over", "All of it holds.");
    }

    @Test
    void oneWrongClaimSpoilsIt() throws Exception {
        Proof proof = new Proof(snapshot("ACTIVE", 1), snapshot("COMPLETED", 2)).claim("it is blue", false);

        assertThat(proof.holds()).isFalse();
        assertThat(text(proof)).contains("[NO]  it is blue", "Not all of it holds.");
    }

    @Test
    void aMissingEventIsAGap() throws Exception {
        Snapshot whole = snapshot("COMPLETED", 3);
        List<SeenRecord> records = new ArrayList<>(whole.records());
        records.remove(1);
        Snapshot gap =
                new Snapshot(whole.order(), whole.history(), List.of(), List.of(), List.of(), records, whole.inboxes());

        assertThat(whole.isGapless()).isTrue();
        assertThat(new Proof(whole, gap).holds()).isFalse();
    }

    private static Snapshot snapshot(String status, int version) throws Exception {
        JsonNode order = JSON.readTree(
                """
                {"id": "ord_1", "status": "%s", "version": %d, "lines": [{"id": "ord_1-1", "status": "COMPLETED"}]}
                """
                        .formatted(status, version));
        List<JsonNode> history = new ArrayList<>();
        List<SeenRecord> records = new ArrayList<>();
        for (int i = 1; i <= version; i++) {
            history.add(JSON.readTree(
                    """
                    {"version": %d, "lineId": "ord_1-1", "from": "REQUESTED", "to": "COMPLETED", "eventType": "E",
                     "actor": "somebody"}
                    """
                            .formatted(i)));
            JsonNode event = JSON.readTree("{\"aggregateVersion\": %d, \"payload\": {}}".formatted(i));
            records.add(new SeenRecord(Topics.ORDERS, 3, 6 + i, Instant.ofEpochMilli(i), "ord_1", "E", event));
        }
        return new Snapshot(
                order,
                JSON.valueToTree(history),
                List.of(),
                List.of(),
                List.of(),
                records,
                new InboxOutcomes(Map.of("a.consumer APPLIED", (long) version)));
    }

    private static String text(Proof proof) {
        StringWriter text = new StringWriter();
        new ProofText(new PrintWriter(text)).print(proof);
        return text.toString();
    }
}
