package io.orderflow.messagecorrelation.camunda;

import static io.orderflow.messagecorrelation.camunda.Parcels.arrived;
import static io.orderflow.messagecorrelation.camunda.Parcels.posted;
import static io.orderflow.messagecorrelation.camunda.Parcels.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationOutcome.Correlated;
import io.orderflow.messagecorrelation.CorrelationOutcome.NotWaiting;
import io.orderflow.messagecorrelation.CorrelationOutcome.UnknownInstance;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** One node gets the message at the moment at which the other makes the instance wait for it, or starts it. */
class EarlyMessagesRaceIT {

    private static final Logger LOG = LoggerFactory.getLogger(EarlyMessagesRaceIT.class);
    private static final int EACH = 2_500;
    private static final long SEED = 20261123;
    private static final long MOST_APART_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final AtomicInteger early = new AtomicInteger();
    private final AtomicInteger inTime = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private Node left;
    private Node right;

    @BeforeEach
    void startNodes() {
        TestDatabase database = TestPostgres.newDatabase();
        left = new Node(database);
        right = new Node(database);
    }

    @AfterEach
    void stopNodes() {
        left.close();
        right.close();
    }

    @Test
    void noMessageIsLostBetweenTwoCommands() throws Exception {
        for (int from = 0; from < EACH; from += 100) {
            left.correlator.correlate(IntStream.range(from, from + 100)
                    .mapToObj(number -> posted("parcel-" + number, 1))
                    .toList());
        }

        race(number -> arrived("parcel-" + number, 1), number -> signed("parcel-" + number));

        assertThat(left.runningInstances()).isZero();
        report("begins to wait");
    }

    @Test
    void noMessageIsLostBetweenItAndTheStart() throws Exception {
        race(number -> posted("parcel-" + number, 1), number -> arrived("parcel-" + number, 1));

        assertThat(left.engine
                        .getRuntimeService()
                        .createEventSubscriptionQuery()
                        .eventName("Signed")
                        .count())
                .isEqualTo(EACH);
        report("starts");
    }

    private void report(String what) {
        assertThat(left.kept.count()).isZero();
        assertThat(early.get() + inTime.get()).isEqualTo(EACH);
        assertThat(early).as("never too early: this test proves nothing").hasPositiveValue();
        assertThat(inTime).as("always too early: this test proves nothing").hasPositiveValue();
        assertThat(left.kept.woken.get() + right.kept.woken.get()).isEqualTo(early.get());
        LOG.info(
                "{} instances: a message within 5 ms of the moment at which its instance {}: {} in time, {} early and"
                        + " woken, {} transactions repeated, none lost",
                EACH,
                what,
                inTime,
                early,
                repeated);
    }

    private interface Message {
        CorrelationRequest of(int number);
    }

    /** Two pairs of threads, each pair with every second number. */
    private void race(Message first, Message second) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CompletableFuture.allOf(IntStream.range(0, 2)
                            .mapToObj(half -> raceOf(threads, half, first, second))
                            .toArray(CompletableFuture[]::new))
                    .get(5, TimeUnit.MINUTES);
        } finally {
            threads.shutdownNow();
        }
    }

    private CompletableFuture<Void> raceOf(ExecutorService threads, int half, Message first, Message second) {
        CyclicBarrier start = new CyclicBarrier(2);
        return CompletableFuture.allOf(
                CompletableFuture.runAsync(
                        () -> each(half, start, new Random(SEED + half), number -> waits(first.of(number))), threads),
                CompletableFuture.runAsync(
                        () -> each(half, start, new Random(SEED - half), number -> comes(second.of(number))), threads));
    }

    private interface Step {
        void run(int number);
    }

    private static void each(int half, CyclicBarrier start, Random random, Step step) {
        for (int number = half; number < EACH; number += 2) {
            try {
                start.await(1, TimeUnit.MINUTES);
            } catch (Exception e) {
                throw new IllegalStateException("the other side has stopped", e);
            }
            LockSupport.parkNanos((long) (random.nextDouble() * MOST_APART_NANOS));
            step.run(number);
        }
    }

    private void waits(CorrelationRequest request) {
        untilWon(left, request);
    }

    /** As an inbox does it: found out and kept in one transaction. */
    private void comes(CorrelationRequest request) {
        CorrelationOutcome outcome = untilWon(right, request);
        (outcome instanceof Correlated ? inTime : early).incrementAndGet();
    }

    private CorrelationOutcome untilWon(Node node, CorrelationRequest request) {
        while (true) {
            try {
                return new TransactionTemplate(node.transactions).execute(transaction -> {
                    CorrelationOutcome outcome =
                            node.correlator.correlate(List.of(request)).get(0);
                    if (outcome instanceof NotWaiting || outcome instanceof UnknownInstance) {
                        node.kept.keep(request);
                    }
                    return outcome;
                });
            } catch (TransientDataAccessException lost) {
                repeated.incrementAndGet();
            }
        }
    }
}
