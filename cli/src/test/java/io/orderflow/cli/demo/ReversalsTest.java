package io.orderflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.cli.show.Sightings;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReversalsTest {

    @Test
    void aReversalThatHasNotBegunIsMissed() {
        LineTotals cancelledOnly = LineTotals.of(1, Map.of("CANCELLED", 1L));

        assertThat(new Reversals(cancelledOnly, seen(1, 0)).problems())
                .containsExactly("1 lines had to be reversed, 0 were, and 0 are open");
    }

    @Test
    void nothingIsMissedOnceAllIsTakenBack() {
        LineTotals reversed = LineTotals.of(2, Map.of("REVERSED", 1L, "COMPLETED", 1L));

        assertThat(new Reversals(reversed, seen(1, 1)).problems()).isEmpty();
    }

    private static Sightings seen(long owed, long done) {
        return new Sightings(0, 0, 0, 0, 0, 0, 0, 0, owed, done, Set.of(), Map.of());
    }
}
