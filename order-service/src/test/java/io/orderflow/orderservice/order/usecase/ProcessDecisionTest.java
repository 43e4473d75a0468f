package io.orderflow.orderservice.order.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.order.Drafts;
import io.orderflow.orderservice.order.NewOrders;
import io.orderflow.orderservice.order.Order;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.PointOfNoReturn;
import io.orderflow.orderservice.order.ProgressResult;
import io.orderflow.orderservice.order.ProviderAnswer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A decision meets the attempt that it was taken about, and no other. */
class ProcessDecisionTest {

    private static final Instant AT = Instant.parse("2026-07-02T08:15:31Z");
    private static final String LINE = "ord_1-1";

    @Test
    void aWaiverOfAnAttemptThatHasGoneByIsStale() {
        Order order = failedTwice();

        assertThat(waiver(1).applyTo(order, AT)).isInstanceOf(ProgressResult.Stale.class);
        assertThat(waiver(2).applyTo(order, AT)).isEqualTo(ProgressResult.APPLIED);
    }

    @Test
    void aWaiverThatNamesNoAttemptMeansTheLatest() {
        assertThat(new ProcessDecision.Waiver(LINE, null, "user_42", "why").applyTo(failedTwice(), AT))
                .isEqualTo(ProgressResult.APPLIED);
    }

    @Test
    void aRetryAsksForTheNextAttemptOnly() {
        Order order = failedTwice();

        assertThat(retry(2).applyTo(order, AT)).isInstanceOf(ProgressResult.Stale.class);
        assertThat(retry(4).applyTo(order, AT)).isInstanceOf(ProgressResult.Conflict.class);
        assertThat(retry(3).applyTo(order, AT)).isEqualTo(ProgressResult.APPLIED);
        assertThat(retry(3).applyTo(order, AT)).isInstanceOf(ProgressResult.Stale.class);
    }

    private static ProcessDecision.Waiver waiver(int attempt) {
        return new ProcessDecision.Waiver(LINE, attempt, "user_42", "why");
    }

    private static ProcessDecision.Retry retry(int attempt) {
        return new ProcessDecision.Retry(LINE, attempt, "why");
    }

    private static Order failedTwice() {
        Order order = NewOrders.captured(
                new OrderKey("tenant", "ord_1"),
                Drafts.of("q_1", Drafts.line("a")),
                "corr",
                offer -> PointOfNoReturn.ONCE_COMPLETED,
                AT);
        order.activate("process-1", AT);
        order.releaseLine(LINE, "process-1", AT);
        order.failLine(failure(1), AT);
        order.retryLine(LINE, "why", AT);
        order.failLine(failure(2), AT);
        return order;
    }

    private static ProviderAnswer.Failure failure(int attempt) {
        return new ProviderAnswer.Failure(LINE, attempt, LINE + ":" + attempt, "out_of_stock", "None left", true, null);
    }
}
