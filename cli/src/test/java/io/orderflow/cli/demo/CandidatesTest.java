package io.orderflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.cli.outside.Behaviour;
import io.orderflow.cli.show.Candidate;
import io.orderflow.cli.show.Cast;
import io.orderflow.cli.show.Casting;
import io.orderflow.cli.show.Promises;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cast that the real file gives. */
class CandidatesTest {

    @ParameterizedTest
    @ValueSource(ints = {40, 50, 60, 150, 300, 1_000})
    void everyPartIsGivenAndToOneOrder(int invoices) {
        List<Candidate> candidates = Candidates.in(Csv.REAL, invoices, "run");
        Cast cast = Casting.of(candidates);

        assertThat(Promises.notMade(cast)).isEmpty();
        assertThat(cast.flaky()).hasSize(2);
        assertThat(cast.broken()).hasSize(2);
        assertThat(cast.hopeless()).hasSize(1);
        assertThat(cast.slow()).hasSize(2);
        assertThat(cast.behaviours()).extracting(Behaviour::offerId).doesNotHaveDuplicates();
        for (Behaviour behaviour : cast.behaviours()) {
            assertThat(candidates)
                    .filteredOn(order -> order.offers().contains(behaviour.offerId()))
                    .hasSize(1);
        }
        assertThat(candidates)
                .filteredOn(order ->
                        order.total().compareTo(cast.declined().orElseThrow().limit()) > 0)
                .containsExactly(cast.declined().orElseThrow().order());
    }

    @Test
    void theSameFileGivesTheSameCast() {
        Cast first = Casting.of(Candidates.in(Csv.REAL, 300, "run"));

        assertThat(Casting.of(Candidates.in(Csv.REAL, 300, "run"))).isEqualTo(first);
    }

    @Test
    void aFileOfOneOrderPromisesLittle() {
        Cast cast = Casting.of(Candidates.in(Csv.REAL, 1, "run"));

        assertThat(cast.behaviours()).hasSizeLessThanOrEqualTo(7);
        assertThat(Promises.notMade(cast)).contains("a declined approval", "a late order");
    }
}
