package io.orderflow.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.cli.stack.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every order about dead letters has to say: which ones, whether it is meant, and why. */
final class Terms {

    @Parameters(paramLabel = "ID", arity = "0..1", description = "One letter; or give --group and more.")
    @Nullable
    String id;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Filter filter;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why; kept with your name in the audit.")
    @SuppressWarnings("NullAway.Init")
    String reason;

    @Option(names = "--yes", description = "Does it. Without it, only tells what would happen.")
    boolean yes;

    @Option(
            names = "--max",
            paramLabel = "N",
            defaultValue = "100",
            description = "At most so many letters; default 100.")
    int most;

    /**
     * Where the letters are and how to ask for them.
     *
     * @param query without its question mark
     */
    record Target(String service, String query) {}

    Target target(Services services) throws InterruptedException {
        if (id != null) {
            Services.Said found = services.find(id)
                    .orElseThrow(() ->
                            new Refusal("there is no dead letter " + id + ". Next: ./orderflow dead-letters list"));
            return new Target(found.service(), "id=" + id);
        }
        if (filter.group == null) {
            throw new Refusal("say which letters: an ID, or --group GROUP with more filters."
                    + " Next: ./orderflow dead-letters list");
        }
        return new Target(services.of(filter.group), filter.query());
    }

    /** The query, for letters that failed before a moment unless the options say another one. */
    String failedBefore(Target target, Instant moment) {
        return id != null || filter.failedBefore != null ? target.query() : target.query() + "&failedBefore=" + moment;
    }

    String mode() {
        return yes ? "EXECUTE" : "DRY_RUN";
    }

    /** How many are left when the order was only tried. */
    static long remaining(JsonNode answer) {
        return answer.path("remaining").asLong();
    }
}
