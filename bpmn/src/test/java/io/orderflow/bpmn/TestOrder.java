package io.orderflow.bpmn;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import io.orderflow.bpmn.OrderFulfillmentProcess.Messages;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One order and its process instance: hands over what the order service, approvers, people and the clock would. */
final class TestOrder implements BeforeEachCallback, AfterEachCallback {

    static final String FOLDER = "processes/order-fulfillment/";
    static final String ID = "ord_1";
    static final BigDecimal SMALL = new BigDecimal("19.99");
    static final BigDecimal LARGE = new BigDecimal("2000.00");

    private RecordingBeans beans = new RecordingBeans();
    private String deploymentId = "";

    @Override
    public void beforeEach(ExtensionContext context) {
        AbstractAssertions.init(TestEngine.engine());
        beans = new RecordingBeans();
        beans.register();
        deploymentId = repository()
                .createDeployment()
                .addClasspathResource(FOLDER + "order-fulfillment.bpmn")
                .addClasspathResource(FOLDER + "approval-policy.dmn")
                .addClasspathResource(FOLDER + "line-fallout.form")
                .deploy()
                .getId();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        repository().deleteDeployment(deploymentId, true);
        Mocks.reset();
        ClockUtil.reset();
        AbstractAssertions.reset();
    }

    private static RepositoryService repository() {
        return TestEngine.engine().getRepositoryService();
    }

    List<String> facts() {
        return beans.facts();
    }

    /** An order that nobody has to approve. */
    ProcessInstance capture(String... lines) {
        return capture(SMALL, lines);
    }

    /** An order that somebody has to approve. */
    ProcessInstance captureLarge(String... lines) {
        return capture(LARGE, lines);
    }

    private static ProcessInstance capture(BigDecimal oneTimeTotal, String... lines) {
        return runtimeService()
                .createMessageCorrelation(Messages.ORDER_CAPTURED)
                .processInstanceBusinessKey(ID)
                .setVariables(Variable.transients(Map.of(
                        Variables.ORDER_LINE_IDS,
                        List.of(lines),
                        Variables.ONE_TIME_TOTAL,
                        oneTimeTotal,
                        Variables.RECURRING_TOTAL,
                        BigDecimal.ZERO,
                        Variables.CURRENCY,
                        "GBP",
                        Variables.CUSTOMER_ID,
                        "cus_1")))
                .correlateStartMessage();
    }

    void receive(String message) {
        receive(message, Map.of());
    }

    void receive(String message, Map<String, ?> variables) {
        runtimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(ID)
                .setVariables(Variable.transients(variables))
                .correlate();
    }

    void approve(BigDecimal oneTimeTotal) {
        receive(Messages.APPROVAL_GRANTED, Map.of(Variables.APPROVED_ONE_TIME_TOTAL, oneTimeTotal));
    }

    void decline(String reason) {
        receive(Messages.APPROVAL_DECLINED, Map.of(Variables.DECLINE_REASON, reason));
    }

    void fail(String line, int attempt) {
        receive(
                Messages.orderLineFailed(line),
                Map.of(
                        Variables.ERROR_CODE,
                        "out_of_stock",
                        Variables.ERROR_REASON,
                        "None of " + line + " left",
                        Variables.ATTEMPT,
                        attempt,
                        Variables.RETRYABLE,
                        true,
                        Variables.OFFER_ID,
                        "offer-" + line,
                        Variables.QUANTITY,
                        6));
    }

    /** The open task about this line. */
    Task task(String line) {
        return taskService().createTaskQuery().list().stream()
                .filter(open -> line.equals(taskService().getVariable(open.getId(), Variables.ORDER_LINE_ID)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task about " + line));
    }

    void decide(String line, String decision, String reason) {
        Task task = task(line);
        taskService().setAssignee(task.getId(), "ops-1");
        taskService().complete(task.getId(), Map.of(Variables.DECISION, decision, Variables.DECISION_REASON, reason));
    }

    /** @param attempts of the lines to reverse */
    void cancel(Map<String, Integer> attempts) {
        receive(
                Messages.ORDER_CANCELLED,
                Map.of(
                        Variables.REVERSAL_LINE_IDS,
                        attempts.keySet().stream().sorted().toList(),
                        Variables.REVERSAL_ATTEMPTS,
                        attempts));
    }

    /** Lets time pass until the only timer of this element is overdue by a second, and fire. */
    void passDeadline(String element) {
        Job due = managementService().createJobQuery().activityId(element).singleResult();
        ClockUtil.setCurrentTime(Date.from(due.getDuedate().toInstant().plusSeconds(1)));
        managementService().executeJob(due.getId());
    }
}
