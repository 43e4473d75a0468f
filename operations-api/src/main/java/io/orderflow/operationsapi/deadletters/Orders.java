package io.orderflow.operationsapi.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.httpapi.json.JsonFields;
import io.orderflow.kafkaadapters.deadletter.RedriveTerms;

/** What operators want done, as they say it in request bodies. */
final class Orders {

    private static final int FASTEST = 10_000;

    private Orders() {}

    /** Every order says whether it is meant: nothing happens by leaving a field out. */
    enum Mode {
        DRY_RUN,
        EXECUTE
    }

    record Redrive(Mode mode, int atMost, int perSecond, String reason) {

        boolean isDryRun() {
            return mode == Mode.DRY_RUN;
        }
    }

    record Repair(Mode mode, JsonNode value, String reason) {

        boolean isDryRun() {
            return mode == Mode.DRY_RUN;
        }
    }

    record Discard(Mode mode, int atMost, String reason) {

        boolean isDryRun() {
            return mode == Mode.DRY_RUN;
        }
    }

    static Redrive redrive(JsonFields body) {
        return new Redrive(
                body.oneOf("mode", Mode.class),
                body.integer("atMost", 1, RedriveTerms.MOST_AT_ONCE),
                body.integer("perSecond", 1, FASTEST),
                body.requiredText("reason"));
    }

    static Repair repair(JsonFields body) {
        return new Repair(body.oneOf("mode", Mode.class), body.object("value"), body.requiredText("reason"));
    }

    static Discard discard(JsonFields body) {
        return new Discard(
                body.oneOf("mode", Mode.class),
                body.integer("atMost", 1, RedriveTerms.MOST_AT_ONCE),
                body.requiredText("reason"));
    }
}
