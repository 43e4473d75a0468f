package io.orderflow.messagecorrelation.camunda;

import static io.orderflow.messagecorrelation.camunda.Parcels.arrived;
import static io.orderflow.messagecorrelation.camunda.Parcels.posted;
import static io.orderflow.messagecorrelation.camunda.Parcels.recalled;
import static io.orderflow.messagecorrelation.camunda.Parcels.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome.Correlated;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The largest known order has 675 lines. What it costs may grow with the lines, not with their square. */
class LargeInstanceIT {

    private static final Logger LOG = LoggerFactory.getLogger(LargeInstanceIT.class);
    private static final int SMALL = 75;
    private static final int LARGE = 675;
    private static final int BATCH = 100;

    private static Node node;

    @BeforeAll
    static void startNode() {
        node = new Node(TestPostgres.newDatabase());
        measure("warm-up", SMALL);
    }

    @AfterAll
    static void stopNode() {
        node.close();
    }

    @Test
    void statementsGrowWithThePieces() {
        Cost small = measure("small", SMALL);
        Cost large = measure("large", LARGE);

        double factor = (double) LARGE / SMALL;
        assertThat((double) large.statements()).isLessThan(small.statements() * factor * 1.2);
        assertThat(large.millis()).as("milliseconds for %s pieces", LARGE).isLessThan(60_000);
    }

    @Test
    void aLargeInstanceCanBeRecalled() {
        node.correlate(posted("recalled", LARGE));
        long before = System.nanoTime();

        assertThat(node.correlate(recalled("recalled"))).singleElement().isInstanceOf(Correlated.class);

        LOG.info("recall of {} pieces: {} ms", LARGE, (System.nanoTime() - before) / 1_000_000);
        assertThat(node.runningInstances()).isZero();
    }

    private static Cost measure(String parcel, int pieces) {
        long statements = node.statements.executed();
        long begin = System.nanoTime();
        node.correlate(posted(parcel, pieces));
        long started = System.nanoTime();
        long startStatements = node.statements.executed() - statements;
        List<CorrelationRequest> requests = new ArrayList<>(IntStream.rangeClosed(1, pieces)
                .mapToObj(piece -> arrived(parcel, piece))
                .toList());
        requests.add(signed(parcel));
        for (int from = 0; from < requests.size(); from += BATCH) {
            List<CorrelationOutcome> outcomes =
                    node.correlator.correlate(requests.subList(from, Math.min(from + BATCH, requests.size())));
            assertThat(outcomes).hasOnlyElementsOfType(Correlated.class);
        }
        long ended = System.nanoTime();
        Cost cost = new Cost(node.statements.executed() - statements, (ended - begin) / 1_000_000);
        LOG.info(
                "{} pieces: start {} ms, {} statements; arrivals in batches of {}: {} ms, {} statements",
                pieces,
                (started - begin) / 1_000_000,
                startStatements,
                BATCH,
                (ended - started) / 1_000_000,
                cost.statements() - startStatements);
        return cost;
    }

    private record Cost(long statements, long millis) {}
}
