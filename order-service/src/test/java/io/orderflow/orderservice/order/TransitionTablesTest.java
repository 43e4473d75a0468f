package io.orderflow.orderservice.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the order life, written down a second time: every pair that is not named here is illegal. */
class TransitionTablesTest {

    @ParameterizedTest
    @CsvSource({
        "CAPTURED,  VALIDATED REJECTED CANCELLED",
        "VALIDATED, ACTIVE CANCELLED",
        "REJECTED,  ''",
        "ACTIVE,    COMPLETED CANCELLED",
        "COMPLETED, ''",
        "CANCELLED, ''"
    })
    void ordersGoOnlyWhereTheTableSays(OrderStatus from, String legal) {
        Set<String> successors = Set.of(legal.split(" "));
        for (OrderStatus to : OrderStatus.values()) {
            assertThat(from.canBecome(to)).as("%s to %s", from, to).isEqualTo(successors.contains(to.name()));
        }
        assertThat(from.isTerminal()).isEqualTo(legal.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING,   RELEASED CANCELLED",
        "RELEASED,  REQUESTED CANCELLED",
        "REQUESTED, COMPLETED FAILED CANCELLED",
        "FAILED,    REQUESTED WAIVED CANCELLED",
        "COMPLETED, REVERSING",
        "WAIVED,    ''",
        "CANCELLED, REVERSING",
        "REVERSING, REVERSED",
        "REVERSED,  ''"
    })
    void linesGoOnlyWhereTheTableSays(LineStatus from, String legal) {
        Set<String> successors = Set.of(legal.split(" "));
        for (LineStatus to : LineStatus.values()) {
            assertThat(from.canBecome(to)).as("%s to %s", from, to).isEqualTo(successors.contains(to.name()));
        }
        assertThat(from.isTerminal()).isEqualTo(legal.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"ONCE_REQUESTED, REQUESTED COMPLETED", "ONCE_COMPLETED, COMPLETED", "NEVER,          ''"})
    void aPointOfNoReturnIsPassedAtTheStatesItNames(PointOfNoReturn point, String passed) {
        Set<String> statuses = Set.of(passed.split(" "));
        for (LineStatus status : LineStatus.values()) {
            assertThat(point.isPassedAt(status))
                    .as("%s at %s", point, status)
                    .isEqualTo(statuses.contains(status.name()));
        }
    }
}
