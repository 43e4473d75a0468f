package io.orderflow.orchestration;

import static io.orderflow.orchestration.Seen.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.bpmn.OrderFulfillmentProcess.Groups;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Line fallout as its people resolve it: in Tasklist, logged in, with the form, over the requests that Tasklist makes. */
class TasklistIT extends RunningOrchestration {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private final String person = "person-" + UuidCreator.getTimeOrderedEpoch();
    private Browser browser;
    private OrderEvents order;
    private Task task;

    @BeforeEach
    void aLineHasFailed() {
        User user = engine.getIdentityService().newUser(person);
        user.setPassword(OPERATOR_PASSWORD);
        engine.getIdentityService().saveUser(user);
        order = new OrderEvents(1);
        Event.sendAll(List.of(order.captured(), order.lineFailed(order.lines.get(0), 1)));
        task = seen().taskOf(order);
        browser = new Browser(port);
        browser.get("/camunda/app/tasklist/default/");
    }

    @Test
    void somebodyOfTheGroupFindsTheTaskAndDecides() {
        login();
        JsonNode filter = filter();
        assertThat(filter.path("properties").path("variables")).hasSize(4);
        JsonNode found = json(browser.post(
                ENGINE + "/filter/" + filter.path("id").asText() + "/list?maxResults=1000", "application/json", "{}"));
        assertThat(found).extracting(row -> row.path("id").asText()).contains(task.getId());

        JsonNode form = json(browser.get(ENGINE + "/task/" + task.getId() + "/form"));
        assertThat(form.at("/camundaFormRef/key").asText()).isEqualTo("line-fallout");
        assertThat(json(browser.get(ENGINE + "/task/" + task.getId() + "/deployed-form"))
                        .path("components"))
                .isNotEmpty();
        JsonNode known = json(browser.get(ENGINE + "/task/" + task.getId() + "/form-variables"));
        assertThat(known.at("/errorReason/value").asText()).startsWith("Nothing left of ");
        assertThat(post("/claim", "{\"userId\": \"" + person + "\"}").statusCode())
                .isEqualTo(204);

        HttpResponse<String> submitted = submit("RETRY", "The provider has stock again");

        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(204);
        eventually(() -> assertThat(Facts.typesOf(order.orderId)).last().isEqualTo("OrderLineRetryDecided"));
        JsonNode decided = Facts.of(order.orderId).get(2);
        assertThat(decided.at("/payload/decidedBy").asText()).isEqualTo(person);
        assertThat(decided.at("/payload/reason").asText()).isEqualTo("The provider has stock again");
        assertThat(decided.at("/payload/taskId").asText()).isEqualTo(task.getId());
        assertThat(decided.at("/metadata/actorId").asText()).isEqualTo(person);
        assertThat(decided.path("correlationId").asText()).isEqualTo(order.correlationId);
    }

    @Test
    void nobodyCanDecideInTheNameOfSomebodyElse() {
        login();

        HttpResponse<String> submitted = post(
                "/submit-form",
                """
                {"variables": {"decision": {"value": "WAIVE"}, "decisionReason": {"value": "Not needed"},
                               "decidedBy": {"value": "somebody-else"}, "taskId": {"value": "another"}}}
                """);

        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(204);
        eventually(() -> assertThat(Facts.typesOf(order.orderId)).last().isEqualTo("OrderLineWaiverDecided"));
        JsonNode decided = Facts.of(order.orderId).get(2);
        assertThat(decided.at("/payload/decidedBy").asText()).isEqualTo(person);
        assertThat(decided.at("/payload/taskId").asText()).isEqualTo(task.getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ESCALATE", "retry", ""})
    void anUnknownDecisionIsRefusedAndTheTaskStays(String decision) {
        login();

        HttpResponse<String> refused = submit(decision, "Because");

        assertRefused(refused, "Choose a decision: RETRY, WAIVE or CANCEL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\\t\\n"})
    void aBlankReasonIsRefusedAndTheTaskStays(String reason) {
        login();

        assertRefused(submit("RETRY", reason), "Give a reason for the decision");
    }

    @Test
    void aReasonThatIsTooLongIsRefusedAndTheTaskStays() {
        login();

        assertRefused(submit("CANCEL", "x".repeat(1001)), "it has 1001 characters of at most 1000");
    }

    @Test
    void aDecisionWithoutAnyValueIsRefused() {
        login();

        assertRefused(post("/submit-form", "{\"variables\": {}}"), "Choose a decision");
    }

    @Test
    void whoIsNotInTheGroupGetsNowhere() {
        assertThat(browser.login("tasklist", person, OPERATOR_PASSWORD).statusCode())
                .isEqualTo(403);
        grantTasklistOnly();
        enter();

        assertThat(json(browser.get(ENGINE + "/task?maxResults=1000"))).isEmpty();
        assertThat(submit("RETRY", "Because").statusCode()).isIn(403, 404, 500);
        assertThat(seen().tasksOf(order)).hasSize(1);
        assertThat(Facts.typesOf(order.orderId)).doesNotContain("OrderLineRetryDecided");
    }

    /** The group may decide about fallout, and nothing else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/process-definition",
                "/process-instance",
                "/history/process-instance",
                "/authorization",
                "/deployment",
                "/decision-definition"
            })
    void theGroupSeesNothingElse(String path) {
        login();

        HttpResponse<String> answer = browser.get(ENGINE + path + "?maxResults=10");

        assertThat(answer.statusCode() == 403 || json(answer).isEmpty())
                .as(answer.body())
                .isTrue();
    }

    private void login() {
        engine.getIdentityService().createMembership(person, Groups.ORDER_OPERATIONS);
        enter();
    }

    private void enter() {
        assertThat(browser.login("tasklist", person, OPERATOR_PASSWORD).statusCode())
                .isEqualTo(200);
        // A login makes a new session, and the first page brings its token.
        browser.get("/camunda/app/tasklist/default/");
    }

    private void grantTasklistOnly() {
        Authorization grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(person);
        grant.setResource(Resources.APPLICATION);
        grant.setResourceId("tasklist");
        grant.addPermission(Permissions.ACCESS);
        engine.getAuthorizationService().saveAuthorization(grant);
    }

    private JsonNode filter() {
        JsonNode filters = json(browser.get(ENGINE + "/filter?resourceType=Task&maxResults=10"));
        assertThat(filters).hasSize(1);
        assertThat(filters.get(0).path("name").asText()).isEqualTo("Line fallout");
        return filters.get(0);
    }

    private void assertRefused(HttpResponse<String> refused, String message) {
        assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(json(refused).path("message").asText()).contains(message);
        assertThat(seen().tasksOf(order)).hasSize(1);
        assertThat(Facts.typesOf(order.orderId)).doesNotContain("OrderLineRetryDecided", "OrderCancellationDecided");
    }

    private HttpResponse<String> submit(String decision, String reason) {
        return post(
                "/submit-form",
                """
                {"variables": {"decision": {"value": "%s"}, "decisionReason": {"value": "%s"}}}
                """
                        .formatted(decision, reason));
    }

    private HttpResponse<String> post(String command, String body) {
        return browser.post(ENGINE + "/task/" + task.getId() + command, "application/json", body);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body(), e);
        }
    }
}
