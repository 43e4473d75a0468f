package io.orderflow.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.cli.stack.Answer;
import io.orderflow.cli.stack.Refusal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A decision about a line that a provider could not fulfil, past the process: it follows what the order says. */
abstract class LineDecision implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String decision;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ORDER", description = "For example ord_0190...")
    @SuppressWarnings("NullAway.Init")
    private String orderId;

    @Parameters(paramLabel = "LINE", description = "Its number in `order show`, or its id.")
    @SuppressWarnings("NullAway.Init")
    private String line;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Kept in the order's history.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    /** @param decision the last part of the address: {@code retry} or {@code waiver} */
    LineDecision(String decision) {
        this.decision = decision;
    }

    @Override
    public Integer call() throws InterruptedException {
        String lineId = lineId();
        JsonNode body = JSON.createObjectNode().put("reason", reason);
        Answer answer = OrderCalls.call(api -> api.post(OrderCalls.path(orderId, "lines", lineId, decision), body));
        if (!answer.isSuccess()) {
            throw new Refusal("no %s: %s\nNext: ./orderflow order show %s shows the lines that have failed"
                    .formatted(decision, answer.problem(), orderId));
        }
        OrderText.print(answer.body(), spec.commandLine().getOut());
        return 0;
    }

    /** Lines are known by their id, or by the number that {@code order show} puts before them. */
    private String lineId() throws InterruptedException {
        if (!line.matches("\\d{1,5}")) {
            return line;
        }
        Answer answer = OrderCalls.call(api -> api.get(OrderCalls.path(orderId)));
        if (!answer.isSuccess()) {
            throw new Refusal(
                    answer.problem() + "\nNext: ./orderflow topics tail oms.order.events.v1 shows recent ids");
        }
        JsonNode lines = answer.body().path("lines");
        int number = Integer.parseInt(line);
        if (number < 1 || number > lines.size()) {
            throw new Refusal("the order has the lines 1 to %d. Next: ./orderflow order show %s"
                    .formatted(lines.size(), orderId));
        }
        return lines.path(number - 1).path("id").asText();
    }
}
