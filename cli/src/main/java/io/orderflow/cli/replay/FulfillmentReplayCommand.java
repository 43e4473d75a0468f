package io.orderflow.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.cli.stack.Answer;
import io.orderflow.cli.stack.Api;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What fulfilment was asked for and has answered, compared with the events from the first one on. */
@Command(
        name = "fulfillment",
        mixinStandardHelpOptions = true,
        description =
                "Compares the provider's log with the events, with effects disabled, and prints what would repair it.",
        footer = {
            "",
            "Nothing is repaired unless --run-repairs is given; repairs are the provider's normal commands, kept with who and why.",
            "Exit code 1 if something is left to be repaired or decided."
        })
final class FulfillmentReplayCommand implements Callable<Integer> {

    private static final String PATH = "/operations/fulfillment/replays";
    private static final long LOOK_EVERY_MILLIS = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--run-repairs", description = "Run the commands that are printed; needs --reason.")
    private boolean runRepairs;

    @Option(names = "--finding", paramLabel = "NUMBER", description = "Repair this finding only; can be repeated.")
    private List<Integer> numbers = List.of();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept with every repair.")
    private @Nullable String reason;

    @Option(names = "--json", description = "Print what the service says, for programs.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (runRepairs && (reason == null || reason.isBlank())) {
            throw new ParameterException(spec.commandLine(), "--run-repairs needs --reason TEXT");
        }
        Api api = Stack.require(System.getenv()).operations("fulfillment-mock");
        PrintWriter out = spec.commandLine().getOut();
        JsonNode report = finished(api);
        JsonNode outcomes = runRepairs ? repair(api, report) : JSON.createArrayNode();
        if (json) {
            ObjectNode all = report.deepCopy();
            all.set("repairs", outcomes);
            out.println(all.toPrettyString());
        } else {
            FulfillmentReplayText.report(report, out);
            FulfillmentReplayText.repairs(report, outcomes, runRepairs, out);
        }
        long repaired = outcomes.findValuesAsText("result").stream()
                .filter(result -> result.equals("DONE") || result.equals("NOTHING_TO_DO"))
                .count();
        return report.path("findings").size() == repaired ? 0 : 1;
    }

    private static JsonNode finished(Api api) throws InterruptedException {
        JsonNode report = required(call(() -> api.post(PATH, JSON.createObjectNode())), "no replay was started: ");
        while (report.at("/replay/state").asText().equals("RUNNING")) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            String path = PATH + "/" + report.at("/replay/id").asText();
            report = required(call(() -> api.get(path)), "");
        }
        if (!report.at("/replay/state").asText().equals("FINISHED")) {
            throw new Refusal("the replay has " + report.at("/replay/state").asText() + ": "
                    + report.at("/replay/failure").asText("its service was stopped")
                    + ". Nothing was changed. Next: the same command again");
        }
        return report;
    }

    private JsonNode repair(Api api, JsonNode report) throws InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("reason", reason);
        if (!numbers.isEmpty()) {
            ArrayNode wanted = body.putArray("findings");
            numbers.forEach(number -> wanted.add(number.toString()));
        }
        String path = PATH + "/" + report.at("/replay/id").asText() + "/repairs";
        return required(call(() -> api.post(path, body)), "nothing was repaired: ")
                .path("outcomes");
    }

    private interface Call {
        Answer make() throws IOException, InterruptedException;
    }

    private static Answer call(Call call) throws InterruptedException {
        try {
            return call.make();
        } catch (IOException e) {
            throw new Refusal("fulfillment-mock does not answer. Next: ./orderflow status");
        }
    }

    private static JsonNode required(Answer answer, String prefix) {
        if (!answer.isSuccess()) {
            throw new Refusal(prefix + answer.problem());
        }
        return answer.body();
    }
}
