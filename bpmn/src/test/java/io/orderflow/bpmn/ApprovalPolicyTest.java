package io.orderflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.math.BigDecimal;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of the policy, with the cent on either side of its limit. */
class ApprovalPolicyTest {

    @RegisterExtension
    final TestOrder order = new TestOrder();

    @ParameterizedTest
    @CsvSource({
        "GBP, 2000.00, 0.00, order-value-gbp",
        "GBP, 250000.000000, 0.00, order-value-gbp",
        "GBP, 1999.99, 0.00,",
        "GBP, 1999.999999, 0.00,",
        "GBP, 19.99, 0.00,",
        "GBP, 0.00, 0.00,",
        "GBP, -1999.99, 0.00,",
        "GBP, -2000.00, 0.00, credit-value-gbp",
        "EUR, 2000.00, 0.00,",
        "EUR, 2499.99, 0.00,",
        "EUR, 2500.00, 0.00, order-value",
        "USD, 2500.01, 0.00, order-value",
        "EUR, -2499.99, 0.00,",
        "EUR, -2500.00, 0.00, credit-value",
        "GBP, 19.99, 499.99,",
        "GBP, 19.99, 500.00, recurring-value",
        "EUR, 0.00, 500.00, recurring-value",
        "EUR, 0.00, -500.00,",
        "GBP, 2000.00, 500.00, order-value-gbp",
    })
    void decides(String currency, BigDecimal oneTimeTotal, BigDecimal recurringTotal, @Nullable String policy) {
        DmnDecisionResultEntries result = TestEngine.engine()
                .getDecisionService()
                .evaluateDecisionByKey(OrderFulfillmentProcess.APPROVAL_POLICY)
                .variables(Map.of(
                        Variables.CURRENCY,
                        currency,
                        Variables.ONE_TIME_TOTAL,
                        oneTimeTotal,
                        Variables.RECURRING_TOTAL,
                        recurringTotal))
                .evaluate()
                .getSingleResult();

        assertThat(result.get("approvalNeeded")).isEqualTo(policy != null);
        assertThat(result.get(Variables.POLICY_REFERENCE)).isEqualTo(policy);
    }

    @Test
    void decisionsAreKeptAsLongAsTheirOrders() {
        DecisionDefinition definition = TestEngine.engine()
                .getRepositoryService()
                .createDecisionDefinitionQuery()
                .singleResult();

        assertThat(definition.getKey()).isEqualTo(OrderFulfillmentProcess.APPROVAL_POLICY);
        assertThat(definition.getHistoryTimeToLive()).isEqualTo(180);
    }
}
