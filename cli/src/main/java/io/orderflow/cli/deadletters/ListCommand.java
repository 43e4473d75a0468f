package io.orderflow.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Open dead letters of all services, the oldest first.")
final class ListCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Filter filter;

    @Option(names = "--state", paramLabel = "STATE", description = "OPEN (default), REDRIVEN or DISCARDED.")
    private @Nullable String state;

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many of each service; default 20.")
    private int count;

    @Option(names = "--json", description = "For scripts: an array of letters.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        String query = filter.query() + "&limit=" + count + (state == null ? "" : "&state=" + state);
        List<Services.Said> said = Services.ofRunningStack().all(api -> api.get(Services.PATH + "?" + query));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ArrayNode all = JSON.createArrayNode();
            said.forEach(each -> each.body().path("letters").forEach(all::add));
            out.println(all.toPrettyString());
            return 0;
        }
        long total = said.stream()
                .mapToLong(each -> each.body().path("total").asLong())
                .sum();
        if (total == 0) {
            out.println("No dead letters. Nothing to do.");
            return 0;
        }
        LetterTable.print(said.stream().map(each -> each.body().path("letters")).toList(), out);
        JsonNode first = said.stream()
                .flatMap(each -> each.body().path("letters").valueStream())
                .findFirst()
                .orElseGet(JSON::createObjectNode);
        out.printf(
                "%n%d in all. Next: ./orderflow dead-letters show %s%n",
                total, first.path("id").asText());
        return 0;
    }
}
