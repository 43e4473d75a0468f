package io.orderflow.cli.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.cli.engine.WebappSession;
import io.orderflow.cli.stack.Answer;
import io.orderflow.cli.stack.Patience;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/** Line fallouts as the people of operations see and decide them. For one thread. */
public final class Tasklist {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String OPEN = ENGINE + "/task?taskDefinitionKey=UserTask_ResolveLineFallout&maxResults=100";

    private final WebappSession session;
    private final Patience patience;
    private final String user;

    public Tasklist(Stack stack) {
        this.user = stack.credential("cockpit.user");
        this.session = new WebappSession(stack.cockpit(), "tasklist", user, stack.credential("cockpit.password"));
        this.patience = new Patience(stack);
    }

    /** Who decides. */
    public String user() {
        return user;
    }

    /** The tasks that wait for a decision, of all orders. */
    public List<FalloutTask> open() throws InterruptedException {
        return tasks(OPEN);
    }

    /** The tasks of one order that wait for a decision. */
    public List<FalloutTask> open(String orderId) throws InterruptedException {
        return tasks(OPEN + "&processInstanceBusinessKey=" + orderId);
    }

    /** Claims the task and submits its form. A task that somebody else has finished meanwhile is left alone. */
    public void decide(FalloutTask task, Decision decision, String reason) throws InterruptedException {
        JsonNode claim = JSON.createObjectNode().put("userId", user);
        Answer claimed = send(() -> session.post(ENGINE + "/task/" + task.id() + "/claim", claim));
        if (claimed.status() == 404) {
            return;
        }
        ObjectNode form = JSON.createObjectNode();
        form.withObject("/variables/decision").put("type", "String").put("value", decision.name());
        form.withObject("/variables/decisionReason").put("type", "String").put("value", reason);
        require(send(() -> session.post(ENGINE + "/task/" + task.id() + "/submit-form", form)), "the decision");
    }

    private List<FalloutTask> tasks(String path) throws InterruptedException {
        List<FalloutTask> tasks = new ArrayList<>();
        for (JsonNode task : require(send(() -> session.get(path)), "the list of tasks")) {
            String id = task.path("id").asText();
            Answer answer = send(() -> session.get(ENGINE + "/task/" + id + "/variables"));
            if (answer.isSuccess()) { // Else it has been finished since.
                JsonNode variables = answer.body();
                tasks.add(new FalloutTask(
                        id,
                        task.path("name").asText(),
                        value(variables, "orderLineId"),
                        value(variables, "offerId"),
                        value(variables, "errorCode")));
            }
        }
        return tasks;
    }

    private Answer send(Patience.Call call) throws InterruptedException {
        return patience.send(call);
    }

    private static String value(JsonNode variables, String name) {
        return variables.path(name).path("value").asText();
    }

    private static JsonNode require(Answer answer, String what) {
        if (!answer.isSuccess()) {
            throw new Refusal("Tasklist refuses %s: %s %s"
                    .formatted(
                            what, answer.status(), answer.body().path("message").asText()));
        }
        return answer.body();
    }
}
