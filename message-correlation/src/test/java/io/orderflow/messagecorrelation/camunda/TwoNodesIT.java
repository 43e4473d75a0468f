package io.orderflow.messagecorrelation.camunda;

import static io.orderflow.messagecorrelation.camunda.Parcels.arrived;
import static io.orderflow.messagecorrelation.camunda.Parcels.posted;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome.AlreadyStarted;
import io.orderflow.messagecorrelation.CorrelationOutcome.Correlated;
import io.orderflow.messagecorrelation.CorrelationOutcome.NotWaiting;
import io.orderflow.messagecorrelation.CorrelationOutcome.Started;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;

/** Two engines on one database get the same messages at the same moment. */
class TwoNodesIT {

    private static final Logger LOG = LoggerFactory.getLogger(TwoNodesIT.class);
    private static final int PAIRS = 5_000;
    private static final int BATCH = 10;

    private static Node left;
    private static Node right;

    private final CyclicBarrier bothReady = new CyclicBarrier(2);
    private final AtomicInteger lostRaces = new AtomicInteger();

    @BeforeAll
    static void startNodes() {
        TestDatabase database = TestPostgres.newDatabase();
        left = new Node(database);
        right = new Node(database);
    }

    @AfterAll
    static void stopNodes() {
        left.close();
        right.close();
    }

    @Test
    void eachOfFiveThousandDoublyPostedParcelsGetsOneInstance() throws Exception {
        List<List<CorrelationRequest>> batches = batches("start", parcel -> posted(parcel, 1));

        Map<String, List<CorrelationOutcome>> outcomes = deliverOnBoth(batches);

        assertThat(outcomes).hasSize(PAIRS).allSatisfy((parcel, both) -> assertThat(both)
                .hasSize(2)
                .hasAtLeastOneElementOfType(Started.class)
                .hasAtLeastOneElementOfType(AlreadyStarted.class)
                .extracting(TwoNodesIT::instanceOf)
                .containsOnly(instanceOf(both.get(0))));
        assertThat(running("start-%")).isEqualTo(PAIRS);
        LOG.info("{} doubly posted parcels, {} transactions lost a race and were repeated", PAIRS, lostRaces);
    }

    @Test
    void eachOfFiveThousandDoublyDeliveredArrivalsTakesEffectOnce() throws Exception {
        for (List<CorrelationRequest> batch : batches("arrive", parcel -> posted(parcel, 2))) {
            left.correlator.correlate(batch);
        }
        List<List<CorrelationRequest>> batches = batches("arrive", parcel -> arrived(parcel, 1));

        Map<String, List<CorrelationOutcome>> outcomes = deliverOnBoth(batches);

        assertThat(outcomes.values())
                .as("one node was always first: this test proves nothing")
                .anySatisfy(both -> assertThat(both.get(0)).isInstanceOf(Correlated.class))
                .anySatisfy(both -> assertThat(both.get(1)).isInstanceOf(Correlated.class));
        assertThat(outcomes).hasSize(PAIRS).allSatisfy((parcel, both) -> assertThat(both)
                .hasSize(2)
                .hasAtLeastOneElementOfType(Correlated.class)
                .hasAtLeastOneElementOfType(NotWaiting.class));
        assertThat(running("arrive-%")).isEqualTo(PAIRS);
        LOG.info("{} double arrivals, {} transactions lost a race and were repeated", PAIRS, lostRaces);
        assertThat(left.jdbc()
                        .sql("select count(*) from act_ru_event_subscr where event_name_ like 'Arrived:arrive-%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(PAIRS);
    }

    private Map<String, List<CorrelationOutcome>> deliverOnBoth(List<List<CorrelationRequest>> batches)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Map<String, CorrelationOutcome>> one = threads.submit(() -> deliver(left, batches, false));
            Future<Map<String, CorrelationOutcome>> other = threads.submit(() -> deliver(right, batches, true));
            Map<String, List<CorrelationOutcome>> both = new HashMap<>();
            one.get().forEach((key, outcome) -> both.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(outcome));
            other.get().forEach((key, outcome) -> both.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(outcome));
            return both;
        } finally {
            threads.shutdownNow();
        }
    }

    private Map<String, CorrelationOutcome> deliver(Node node, List<List<CorrelationRequest>> batches, boolean reversed)
            throws Exception {
        Map<String, CorrelationOutcome> outcomes = new HashMap<>();
        for (List<CorrelationRequest> batch : batches) {
            List<CorrelationRequest> requests = new ArrayList<>(batch);
            if (reversed) {
                Collections.reverse(requests);
            }
            bothReady.await(60, TimeUnit.SECONDS);
            List<CorrelationOutcome> results = untilWon(node, requests);
            for (int index = 0; index < requests.size(); index++) {
                outcomes.put(requests.get(index).businessKey(), results.get(index));
            }
        }
        return outcomes;
    }

    /** As a caller does: a transient failure means the same again; anything else fails the test. */
    private List<CorrelationOutcome> untilWon(Node node, List<CorrelationRequest> requests) {
        while (true) {
            try {
                return node.correlator.correlate(requests);
            } catch (TransientDataAccessException lost) {
                lostRaces.incrementAndGet();
            } catch (RuntimeException other) {
                bothReady.reset();

                throw other;
            }
        }
    }

    private static List<List<CorrelationRequest>> batches(String prefix, Function<String, CorrelationRequest> request) {
        return IntStream.range(0, PAIRS / BATCH)
                .mapToObj(batch -> IntStream.range(batch * BATCH, (batch + 1) * BATCH)
                        .mapToObj(number -> request.apply(prefix + "-" + number))
                        .toList())
                .toList();
    }

    private static String instanceOf(CorrelationOutcome outcome) {
        return outcome instanceof Started started
                ? started.processInstanceId()
                : ((AlreadyStarted) outcome).processInstanceId();
    }

    private static long running(String businessKeys) {
        return left.engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKeyLike(businessKeys)
                .count();
    }
}
