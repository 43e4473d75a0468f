package io.orderflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LineTotalsTest {

    @Test
    void everyLineIsInOnePlace() {
        LineTotals lines = LineTotals.of(10, Map.of("COMPLETED", 6L, "WAIVED", 2L, "CANCELLED", 1L, "REVERSED", 1L));

        assertThat(lines).isEqualTo(new LineTotals(10, 6, 2, 1, 1, 0));
        assertThat(lines.problems()).isEmpty();
    }

    @Test
    void aReversalThatIsAwaitedIsTold() {
        assertThat(LineTotals.of(2, Map.of("COMPLETED", 1L, "REVERSING", 1L)).problems())
                .containsExactly("2 lines captured, but 1 completed + 0 waived + 0 cancelled + 0 reversed, 1 open");
    }

    @Test
    void aLineThatIsLostIsTold() {
        assertThat(LineTotals.of(2, Map.of("COMPLETED", 1L)).problems()).hasSize(1);
    }
}
