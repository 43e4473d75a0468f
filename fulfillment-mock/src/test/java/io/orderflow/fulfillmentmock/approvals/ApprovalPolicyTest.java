package io.orderflow.fulfillmentmock.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.fulfillmentmock.approvals.ApprovalPolicy.Behaviour;
import io.orderflow.fulfillmentmock.approvals.Decision.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "100.00, 0.00, GRANTED",
        "100.01, 0.00, DECLINED",
        "0.00, 100.000001, DECLINED",
        "100.000000, 100.00, GRANTED"
    })
    void grantsUpToItsLimit(String oneTime, String recurring, Verdict verdict) {
        assertThat(policy(Behaviour.GRANT, new BigDecimal("100"))
                        .decide("ord_1", new Totals(oneTime, recurring), 7)
                        .orElseThrow()
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void withoutALimitEverythingIsGranted() {
        assertThat(policy(Behaviour.GRANT, null).decide("ord_1", new Totals("9999999999.00", "0.00"), 7))
                .hasValueSatisfying(decision -> assertThat(decision.verdict()).isEqualTo(Verdict.GRANTED));
    }

    @Test
    void declinesOrStaysSilentIfToldTo() {
        Totals totals = new Totals("1.00", "0.00");
        assertThat(policy(Behaviour.DECLINE, null).decide("ord_1", totals, 7))
                .hasValueSatisfying(decision -> assertThat(decision.verdict()).isEqualTo(Verdict.DECLINED));
        assertThat(policy(Behaviour.SILENT, null).decide("ord_1", totals, 7)).isEmpty();
    }

    @Test
    void theSameOrderAndSeedMeetTheSameRole() {
        assertThat(approvers(7)).isEqualTo(approvers(7)).isNotEqualTo(approvers(8));
        assertThat(Set.copyOf(approvers(7)))
                .containsExactlyInAnyOrder("approver_1", "approver_2", "approver_3", "approver_4", "approver_5");
    }

    private static List<String> approvers(long seed) {
        ApprovalPolicy policy = policy(Behaviour.GRANT, null);
        return IntStream.range(0, 200)
                .mapToObj(order -> policy.decide("ord_" + order, new Totals("1.00", "0.00"), seed)
                        .orElseThrow()
                        .approver())
                .toList();
    }

    private static ApprovalPolicy policy(Behaviour behaviour, @Nullable BigDecimal limit) {
        return new ApprovalPolicy(behaviour, limit, ApprovalPolicy.DEFAULT.latency());
    }
}
