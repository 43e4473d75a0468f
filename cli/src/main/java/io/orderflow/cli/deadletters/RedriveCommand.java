package io.orderflow.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.cli.stack.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "redrive",
        mixinStandardHelpOptions = true,
        description = "Has the group that could not apply them process dead letters again, each at most once.",
        footer = {
            "",
            "Exit code 0 if every letter is closed (or would be), 1 if some stay dead letters.",
            "Example: ./orderflow dead-letters redrive --group order-service.quote-events.consumer --code handler_failed"
                    + " --reason \"fixed in 1.4.2\" --yes"
        })
final class RedriveCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** So many in one request at most, so that progress is seen. */
    private static final int AT_ONCE = 100;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Terms terms;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many per second; default 50.")
    private int rate;

    @Option(
            names = "--value",
            paramLabel = "FILE",
            description = "A corrected value for one letter, with the same eventId.")
    private @Nullable Path value;

    @Option(names = "--json", description = "For scripts: an array of results.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Services services = Services.ofRunningStack();
        Terms.Target target = terms.target(services);
        ArrayNode results = value == null ? redrive(services, target) : repair(services, target, value);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(results.toPrettyString());
        } else {
            print(results, out);
        }
        return results.valueStream().allMatch(RedriveCommand::isClosed) ? 0 : 1;
    }

    private ArrayNode repair(Services services, Terms.Target target, Path file) throws InterruptedException {
        if (terms.id == null) {
            throw new Refusal("--value corrects one letter: give its ID. Next: ./orderflow dead-letters list");
        }
        ObjectNode body = JSON.createObjectNode().put("mode", terms.mode()).put("reason", terms.reason);
        try {
            body.set("value", JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new Refusal("cannot read " + file + " as JSON: " + e.getMessage());
        }
        JsonNode result =
                services.one(target.service(), api -> api.post(Services.PATH + "/" + terms.id + "/repair", body));
        return JSON.createArrayNode().add(result);
    }

    private ArrayNode redrive(Services services, Terms.Target target) throws InterruptedException {
        ArrayNode results = JSON.createArrayNode();
        Set<String> seen = new HashSet<>();
        // What fails again has failed later than this: each letter has its turn once, however many requests it takes.
        String query = terms.failedBefore(target, Clock.systemUTC().instant());
        while (results.size() < terms.most) {
            int next = Math.min(AT_ONCE, terms.most - results.size());
            ObjectNode body = JSON.createObjectNode()
                    .put("mode", terms.mode())
                    .put("atMost", terms.yes ? next : Math.min(terms.most, 1_000))
                    .put("perSecond", rate)
                    .put("reason", terms.reason);
            JsonNode answer =
                    services.one(target.service(), api -> api.post(Services.PATH + "/redrive?" + query, body));
            int before = results.size();
            answer.path("results")
                    .valueStream()
                    .filter(result -> seen.add(result.path("id").asText()))
                    .forEach(results::add);
            if (!terms.yes || terms.id != null || results.size() == before) {
                break;
            }
        }
        return results;
    }

    private void print(ArrayNode results, PrintWriter out) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode result : results) {
            counts.merge(result.path("verdict").asText(), 1, Integer::sum);
            out.printf(
                    "  %s  %-14s %s%n",
                    result.path("id").asText(),
                    result.path("verdict").asText(),
                    Printable.of(result.path("detail").asText("")));
        }
        if (results.isEmpty()) {
            out.println("No open dead letter fits. Next: ./orderflow dead-letters list");
        } else if (terms.yes) {
            out.println("Done: " + counts + ". Next: ./orderflow dead-letters list");
        } else if (results.valueStream().anyMatch(RedriveCommand::isClosed)) {
            out.println("Tried and taken back: " + counts + ". Next: the same command with --yes");
        } else {
            out.println("Tried and taken back: " + counts + ". None would be closed: repair the cause first.");
        }
    }

    private static boolean isClosed(JsonNode result) {
        return switch (result.path("verdict").asText()) {
            case "APPLIED", "IGNORED", "STALE", "REJECTED", "PARKED", "DUPLICATE" -> true;
            default -> false;
        };
    }
}
