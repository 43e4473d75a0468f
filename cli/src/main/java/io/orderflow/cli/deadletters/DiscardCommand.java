package io.orderflow.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "discard",
        mixinStandardHelpOptions = true,
        description = "Gives dead letters up for good; what waited behind them goes on.",
        footer = "The records stay on the dead-letter topic for as long as that keeps them, the audit row for ever.")
final class DiscardCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Terms terms;

    @Override
    public Integer call() throws InterruptedException {
        Services services = Services.ofRunningStack();
        Terms.Target target = terms.target(services);
        ObjectNode body = JSON.createObjectNode()
                .put("mode", terms.mode())
                .put("atMost", terms.most)
                .put("reason", terms.reason);
        JsonNode answer =
                services.one(target.service(), api -> api.post(Services.PATH + "/discard?" + target.query(), body));
        PrintWriter out = spec.commandLine().getOut();
        answer.path("discarded").forEach(id -> out.println("  " + id.asText()));
        int count = answer.path("discarded").size();
        out.println(
                terms.yes
                        ? "Given up: %d, still open: %d.".formatted(count, Terms.remaining(answer))
                        : "Would give up: %d. Next: the same command with --yes".formatted(count));
        return 0;
    }
}
