package io.orderflow.orderservice.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldTest {

    private static final SummaryKey KEY = new SummaryKey("tenant", "ord_1");
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final ProjectedOrder CAPTURED = new ProjectedOrder(
            KEY,
            "q",
            "c",
            SummaryStatus.CAPTURED,
            LineCounts.pending(2),
            new ProjectedOrder.Terms("GBP", BigDecimal.TEN, BigDecimal.ZERO, AT),
            1,
            AT);

    @Test
    void theNextFactMovesTheRowAndItsVersion() {
        Fold fold = Fold.of(CAPTURED, fact(2, Change.become(SummaryStatus.VALIDATED)));

        assertThat(fold).isInstanceOfSatisfying(Fold.Applied.class, applied -> {
            assertThat(applied.order().status()).isEqualTo(SummaryStatus.VALIDATED);
            assertThat(applied.order().version()).isEqualTo(2);
            assertThat(applied.order().lastEventAt()).isEqualTo(AT.plusSeconds(2));
            assertThat(applied.order().terms()).isEqualTo(CAPTURED.terms());
        });
    }

    @Test
    void aFactThatIsKnownIsStaleAndOneBehindAGapIsEarly() {
        assertThat(Fold.of(CAPTURED, fact(1, Change.NOTHING))).isInstanceOf(Fold.Stale.class);
        assertThat(Fold.of(CAPTURED, fact(3, Change.NOTHING))).isInstanceOf(Fold.Early.class);
        assertThat(Fold.of(null, fact(2, Change.NOTHING))).isInstanceOf(Fold.Early.class);
    }

    @Test
    void anOrderDoesNotBeginInTheMiddle() {
        assertThat(Fold.of(null, fact(1, Change.become(SummaryStatus.ACTIVE)))).isInstanceOf(Fold.Early.class);
        assertThat(Fold.of(null, fact(1, Change.NOTHING))).isInstanceOf(Fold.Early.class);
    }

    @Test
    void aFactWithoutEffectStillCounts() {
        assertThat(Fold.of(CAPTURED, fact(2, Change.NOTHING)))
                .isInstanceOfSatisfying(
                        Fold.Applied.class,
                        applied -> assertThat(applied.order().version()).isEqualTo(2));
    }

    @Test
    void linesMoveOneByOneAndEndTogether() {
        LineCounts counts = LineCounts.pending(3)
                .move(LineState.PENDING, LineState.RELEASED)
                .move(LineState.RELEASED, LineState.REQUESTED)
                .move(LineState.REQUESTED, LineState.FAILED);
        assertThat(counts).isEqualTo(new LineCounts(2, 0, 0, 0, 1, 0, 0));
        assertThat(counts.move(LineState.RELEASED, LineState.REQUESTED)).isEqualTo(counts);
        assertThat(counts.move(LineState.FAILED, LineState.WAIVED).total()).isEqualTo(3);
        assertThat(LineCounts.of(List.of(LineState.COMPLETED, LineState.CANCELLED, LineState.COMPLETED)))
                .isEqualTo(new LineCounts(0, 0, 0, 2, 0, 0, 1));
    }

    @Test
    void aLineOfUnknownStateComesFromTheFirstThatHasOne() {
        Change waived = Change.lineMoves(List.of(LineState.RELEASED, LineState.PENDING), LineState.WAIVED);

        ProjectedOrder after = waived.apply(KEY, CAPTURED);

        assertThat(after).isNotNull();
        assertThat(after.lines()).isEqualTo(new LineCounts(1, 0, 0, 0, 0, 1, 0));
    }

    private static OrderFact fact(long version, Change change) {
        return new OrderFact(KEY, version, AT.plusSeconds(version), change);
    }
}
