package io.orderflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.bpmn.OrderFulfillmentProcess.Decisions;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people see of a line in fallout and what they are asked. */
class LineFalloutFormTest {

    @RegisterExtension
    final TestOrder order = new TestOrder();

    @Test
    void theTaskOpensTheForm() throws IOException {
        assertThat(openForm().path("id").textValue()).isEqualTo(OrderFulfillmentProcess.LINE_FALLOUT_FORM);
    }

    @Test
    void whatItShowsIsThereAndCannotBeChanged() throws IOException {
        JsonNode form = openForm();
        List<String> shown = fields(form)
                .filter(field -> field.path("disabled").booleanValue())
                .map(field -> field.path("key").textValue())
                .toList();

        assertThat(shown)
                .containsExactly(
                        Variables.ORDER_LINE_ID,
                        Variables.OFFER_ID,
                        Variables.QUANTITY,
                        Variables.ATTEMPT,
                        Variables.ERROR_CODE,
                        Variables.ERROR_REASON,
                        Variables.RETRYABLE);
        assertThat(taskService().getVariables(order.task("l-1").getId())).containsKeys(shown.toArray(String[]::new));
    }

    @Test
    void aDecisionAndAReasonAreRequired() throws IOException {
        List<JsonNode> asked = fields(openForm())
                .filter(field -> !field.path("disabled").booleanValue())
                .toList();

        assertThat(asked)
                .allMatch(field -> field.path("validate").path("required").booleanValue())
                .extracting(field -> field.path("key").textValue())
                .containsExactly(Variables.DECISION, Variables.DECISION_REASON);
        assertThat(stream(asked.get(0).path("values"))
                        .map(choice -> choice.path("value").textValue()))
                .containsExactly(Decisions.RETRY, Decisions.WAIVE, Decisions.CANCEL);
        assertThat(asked.get(1).path("validate").path("maxLength").intValue()).isEqualTo(1000);
    }

    private JsonNode openForm() throws IOException {
        order.capture("l-1");
        order.fail("l-1", 1);
        Task task = order.task("l-1");
        try (InputStream form = TestEngine.engine().getFormService().getDeployedTaskForm(task.getId())) {
            return new ObjectMapper().readTree(form);
        }
    }

    private static Stream<JsonNode> fields(JsonNode form) {
        return stream(form.path("components")).filter(component -> component.has("key"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
