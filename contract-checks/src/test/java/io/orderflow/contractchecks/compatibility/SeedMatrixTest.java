package io.orderflow.contractchecks.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the matrix gets the verdict and the note that the requirement gives it; {@link SchemaDiffTest} finds them. */
class SeedMatrixTest {

    static Stream<SeedMatrix.Row> rows() {
        return SeedMatrix.matrix();
    }

    @Test
    void hasNineRows() {
        assertThat(rows()).hasSize(9);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isJudgedAsRequired(SeedMatrix.Row row) {
        assertThat(row.cases()).isNotEmpty().allSatisfy(comparison -> {
            Verdict verdict = comparison.changes().stream()
                    .map(change -> kind(change).verdict())
                    .reduce(Verdict.COMPATIBLE, Verdict::or);
            assertThat(row.verdicts()).contains(verdict);
        });
        assertThat(row.cases())
                .flatExtracting(Comparison::changes)
                .extracting(change -> kind(change).reason())
                .contains(row.note());
        assertThat(row.verdicts()).allSatisfy(verdict -> assertThat(row.cases())
                .flatExtracting(Comparison::changes)
                .extracting(change -> kind(change).verdict())
                .contains(verdict));
    }

    private static ChangeKind kind(String change) {
        return ChangeKind.valueOf(change.split(" ", 2)[0]);
    }
}
