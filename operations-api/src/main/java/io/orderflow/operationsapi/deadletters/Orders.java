package io.orderflow.operationsapi.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.httpapi.json.JsonFields;
import io.orderflow.kafkaadapters.deadletter.RedriveTerms;

/** What operators want done, as they say it in request bodies. */
final class Orders {

    private static final int FASTEST = 10_000;

    private Orders() {}

    /** Every order says whether it is meant: nothing happens by leaving a field out. */
    private enum Mode {
        DRY_RUN,
        EXECUTE
    }

    record Redrive(boolean dryRun, int atMost, int perSecond, String reason) {}

    record Repair(boolean dryRun, JsonNode value, String reason) {}

    record Discard(boolean dryRun, int atMost, String reason) {}

    static Redrive redrive(JsonFields body) {
        return new Redrive(
                isDryRun(body),
                body.integer("atMost", 1, RedriveTerms.MOST_AT_ONCE),
                body.integer("perSecond", 1, FASTEST),
                body.requiredText("reason"));
    }

    static Repair repair(JsonFields body) {
        return new Repair(isDryRun(body), body.object("value"), body.requiredText("reason"));
    }

    static Discard discard(JsonFields body) {
        return new Discard(
                isDryRun(body), body.integer("atMost", 1, RedriveTerms.MOST_AT_ONCE), body.requiredText("reason"));
    }

    private static boolean isDryRun(JsonFields body) {
        return body.oneOf("mode", Mode.class) == Mode.DRY_RUN;
    }
}
