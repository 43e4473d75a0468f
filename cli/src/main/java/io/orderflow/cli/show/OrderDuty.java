package io.orderflow.cli.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.cli.stack.Api;
import io.orderflow.cli.stack.Patience;
import io.orderflow.cli.stack.Stack;
import java.util.Optional;

/** Watches one order until it is as expected, then sends the order service a command about it, once. */
public final class OrderDuty implements Operator.Duty {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api;
    private final Patience patience;
    private final String quoteId;
    private final Rule rule;
    private final Operator.Duty beforehand;
    private boolean done;

    private OrderDuty(Stack stack, String quoteId, Operator.Duty beforehand, Rule rule) {
        this.api = new Api(stack.orders(), stack.authorization());
        this.patience = new Patience(stack);
        this.quoteId = quoteId;
        this.beforehand = beforehand;
        this.rule = rule;
    }

    /**
     * The customer cancels as soon as every line has been requested.
     *
     * @param beforehand done before that
     */
    static OrderDuty withdraw(Stack stack, Candidate order, Operator.Duty beforehand) {
        return new OrderDuty(
                stack,
                order.quoteId(),
                beforehand,
                seen -> allRequested(seen)
                        ? Optional.of(new Command("/cancellation", Reasons.WITHDRAWN))
                        : Optional.empty());
    }

    /** The line is waived as soon as it has failed, not in Tasklist but over the order API. */
    static OrderDuty waive(Stack stack, Cast.Part part) {
        return new OrderDuty(stack, part.order().quoteId(), () -> {}, seen -> failed(seen, part.offer())
                .map(lineId -> new Command("/lines/" + lineId + "/waiver", "the customer does without")));
    }

    @Override
    public void look() throws InterruptedException {
        if (done) {
            return;
        }
        JsonNode found = patience.send(() -> api.get("/orders?size=1&quoteId=" + quoteId))
                .body()
                .path("items");
        if (found.isEmpty()) {
            return;
        }
        String path = "/orders/" + found.path(0).path("id").asText();
        Optional<Command> command =
                rule.command(patience.send(() -> api.get(path)).body());
        if (command.isPresent()) {
            beforehand.look();
            JsonNode body = JSON.createObjectNode().put("reason", command.get().reason());
            // A refusal is seen in the account at the end.
            patience.send(() -> api.post(path + command.get().path(), body));
            done = true;
        }
    }

    @FunctionalInterface
    private interface Rule {
        Optional<Command> command(JsonNode order);
    }

    private record Command(String path, String reason) {}

    private static boolean allRequested(JsonNode order) {
        for (JsonNode line : order.path("lines")) {
            if (!line.path("status").asText().equals("REQUESTED")) {
                return false;
            }
        }
        return !order.path("lines").isEmpty();
    }

    private static Optional<String> failed(JsonNode order, String offer) {
        for (JsonNode line : order.path("lines")) {
            if (line.path("status").asText().equals("FAILED")
                    && line.path("offerId").asText().equals(offer)) {
                return Optional.of(line.path("id").asText());
            }
        }
        return Optional.empty();
    }
}
