package io.orderflow.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.cli.records.SeenRecord;
import io.orderflow.cli.records.Topics;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A proof for reading: before beside after, then each row and record with a plus where it is new. */
final class ProofText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final String COMPARED = "  %-42s %-30s %s%n";

    private final PrintWriter out;

    ProofText(PrintWriter out) {
        this.out = out;
    }

    void print(Proof proof) {
        Snapshot before = proof.before();
        Snapshot after = proof.after();
        out.printf("%nProof, order %s%n", after.order().path("id").asText());
        out.printf(COMPARED, "", "BEFORE", "AFTER");
        out.printf(COMPARED, "order", state(before), state(after));
        out.printf(COMPARED, "lines", String.join(" ", before.lines()), String.join(" ", after.lines()));
        out.printf(
                COMPARED,
                "rows of history",
                before.history().size(),
                after.history().size());
        Topics.OF_AN_ORDER.forEach(topic -> out.printf(COMPARED, topic, extent(before, topic), extent(after, topic)));
        after.inboxes()
                .since(before.inboxes())
                .counts()
                .forEach((name, more) -> out.printf("  inbox %-64s +%d%n", name, more));
        history(before, after);
        records(before, after);
        new OutsideText(out).print(after);
        out.println();
        proof.claims().forEach(claim -> out.printf("  %s %s%n", claim.holds() ? "[yes]" : "[NO] ", claim.text()));
        out.println(proof.holds() ? "All of it holds." : "Not all of it holds.");
        out.flush();
    }

    private static String state(Snapshot snapshot) {
        return "%s, version %d".formatted(snapshot.status(), snapshot.version());
    }

    /** How many records of the order, and where the last one lies. */
    private static String extent(Snapshot snapshot, String topic) {
        List<SeenRecord> all = snapshot.records().stream()
                .filter(each -> each.topic().equals(topic))
                .toList();
        if (all.isEmpty()) {
            return "none";
        }
        SeenRecord last = all.get(all.size() - 1);
        return "%d, last at %d/%d".formatted(all.size(), last.partition(), last.offset());
    }

    private void history(Snapshot before, Snapshot after) {
        out.println("  History (order-service)");
        for (JsonNode row : after.history()) {
            out.printf(
                    "  %s v%-3s %-8s %-22s %-30s %s%n",
                    row.path("version").asLong() > before.version() ? "+" : " ",
                    row.path("version").asText(),
                    after.lineName(row.path("lineId").asText()),
                    row.path("from").asText("-") + " > " + row.path("to").asText(),
                    row.path("eventType").asText(),
                    "by " + row.path("actor").asText() + reason(row));
        }
    }

    private void records(Snapshot before, Snapshot after) {
        out.println("  Records (partition/offset)");
        after.records()
                .forEach(each -> out.printf(
                        "  %s %-31s %2d/%-6d %s  %-30s %s%n",
                        before.records().contains(each) ? " " : "+",
                        each.topic(),
                        each.partition(),
                        each.offset(),
                        TIME.format(each.writtenAt()),
                        each.type(),
                        after.lineName(each.text("orderLineId"))));
    }

    private static String reason(JsonNode row) {
        return row.hasNonNull("reason") ? ": " + row.path("reason").asText() : "";
    }
}
