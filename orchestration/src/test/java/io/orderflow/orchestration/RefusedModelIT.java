package io.orderflow.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model that its events would never reach is refused when it is deployed, with the element and the fix. */
class RefusedModelIT extends RunningOrchestration {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    name="OrderRejected" | name="OrderTurnedDown" \
                    | StartEvent_OrderRejected waits for OrderTurnedDown, which is not in the catalogue: take one of \
                    ApprovalDeclined, ApprovalGranted, OrderActivated,
                    name="OrderRejected" | name="QuoteAccepted" \
                    | StartEvent_OrderRejected waits for QuoteAccepted, but nothing here reads its topic cpq.quote.events.v1
                    name="OrderRejected" | name="OrderCaptured" \
                    | StartEvent_OrderRejected starts on OrderCaptured, which already starts process order-fulfillment
                    name="OrderRejected" | name="Order rejected" \
                    | StartEvent_OrderRejected has a message named "Order rejected": name it Type, or Type:${variable}
                    value="OrderLineWaived" | value="OrderLineFailed" \
                    | ReceiveTask_AwaitWaiver has eventType OrderLineFailed and a message for OrderLineWaived
                    value="waivedBy" | value="waiver" \
                    | ReceiveTask_AwaitWaiver takes its key from waiver, which is no single value of OrderLineWaived: set \
                    eventKey to one of attempt, line.
                    OrderLineWaived:${customer} | OrderLineWaived \
                    | ReceiveTask_AwaitWaiver has eventKey but a message without a key
                    line.quantity | line.size \
                    | ReceiveTask_AwaitWaiver takes variable quantity from line.size, which is no single value of
                    customerId, quote | reasons, quote \
                    | StartEvent_OrderRejected takes variable reasons from reasons, which is no single value of OrderRejected
                    name="eventKey" | name="eventWaitLimit" \
                    | ReceiveTask_AwaitWaiver has eventWaitLimit "waivedBy": take an ISO-8601 duration
                    name="eventVariables" value="reason, | name="eventUnmatched" value="reason, \
                    | ReceiveTask_AwaitWaiver has eventUnmatched "reason, quantity=line.quantity": take one of park, ignore, \
                    dead-letter
                    """)
    void aModelIsRefused(String correct, String wrong, String finding) {
        String model = RejectedOrder.model();
        assertThat(model).contains(correct);

        ParseException refusal = catchThrowableOfType(
                ParseException.class, () -> RejectedOrder.deploy(engine, model.replace(correct, wrong)));

        assertThat(refusal.getResorceReports()).singleElement().satisfies(file -> assertThat(file.getErrors())
                .extracting(Problem::getMessage)
                .anySatisfy(message -> assertThat(message).startsWith(finding)));
        assertNothingIsDeployed();
    }

    @Test
    void aWaitThatAMultiInstanceWouldRepeatIsRefused() {
        String model = RejectedOrder.model()
                .replace(
                        "</bpmn:receiveTask>",
                        "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"all\" /></bpmn:receiveTask>")
                .replace("OrderLineWaived:${customer}", "OrderLineWaived")
                .replace("<camunda:property name=\"eventKey\" value=\"waivedBy\" />", "");

        ParseException refusal = catchThrowableOfType(ParseException.class, () -> RejectedOrder.deploy(engine, model));

        assertThat(refusal)
                .hasMessageContaining(
                        "ReceiveTask_AwaitWaiver is inside a multi-instance and has the same message for every"
                                + " instance of it: name the message OrderLineWaived:${variable}");
        assertNothingIsDeployed();
    }

    @Test
    void overHttpTheRefusalIsTheCallersMistakeAndNamesTheElements() {
        HttpResponse<String> answer = deployOverHttp(RejectedOrder.model()
                .replace("name=\"OrderRejected\"", "name=\"OrderTurnedDown\"")
                .replace("line.quantity", "line.size"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"type\":\"ParseException\"")
                .contains(
                        "\"mainElementId\":\"StartEvent_OrderRejected\"",
                        "\"mainElementId\":\"ReceiveTask_AwaitWaiver\"")
                .contains("waits for OrderTurnedDown, which is not in the catalogue: take one of")
                .contains("takes variable quantity from line.size");
        assertNothingIsDeployed();
    }

    @Test
    void overHttpASoundModelIsTaken() {
        HttpResponse<String> answer = deployOverHttp(RejectedOrder.model());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> deployments =
                engine.getRepositoryService().createDeploymentQuery().deploymentName("analyst").list().stream()
                        .map(deployment -> deployment.getId())
                        .toList();
        assertThat(deployments).hasSize(1);
        engine.getRepositoryService().deleteDeployment(deployments.get(0), true);
    }

    private HttpResponse<String> deployOverHttp(String model) {
        Browser browser = new Browser(port);
        browser.get("/camunda/app/cockpit/default/");
        browser.login("cockpit", "operator", OPERATOR_PASSWORD);
        // A login makes a new session, and the first page brings its token.
        browser.get("/camunda/app/cockpit/default/");
        String boundary = "----model";
        return browser.post(
                "/camunda/api/engine/engine/default/deployment/create",
                "multipart/form-data; boundary=" + boundary,
                """
                --%1$s\r
                Content-Disposition: form-data; name="deployment-name"\r
                \r
                analyst\r
                --%1$s\r
                Content-Disposition: form-data; name="data"; filename="rejected-order.bpmn"\r
                Content-Type: application/octet-stream\r
                \r
                %2$s\r
                --%1$s--\r
                """
                        .formatted(boundary, model));
    }

    private void assertNothingIsDeployed() {
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(RejectedOrder.PROCESS)
                        .count())
                .isZero();
    }
}
