package io.orderflow.kafkaadapters.outbox;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One round of the relay: read, send, acknowledge. While there is a backlog, the next batch is read and sent before the
 * former is acknowledged, so two are under way. One thread.
 */
final class RelayPass {

    /** While a backlog is worked off, rows behind the reading position (late commits) are looked for this often. */
    private static final Duration LOOK_BACK = Duration.ofSeconds(1);

    private final Reader reader;
    private final ParkedStore parked;
    private final HeldKeys held;
    private final BatchSender sender;
    private final Settlement settlement;
    private final Acknowledgement acknowledgement;
    private final RelayProducer kafka;
    private final ShardLease lease;
    private final TopicPauses pauses;
    private final ReadPlan plan;
    private final OutboxMeters meters;
    private final int batch;
    private final LongSupplier nanoTime;

    private Map<Integer, Long> owned = Map.of();
    private @Nullable InFlight inFlight;
    private Set<String> leftOut = Set.of();
    private long startedOverAt;

    /** Set if rows may have come back behind the reading position. */
    private boolean mustStartOver;

    private record InFlight(Sending sending, Map<Integer, Long> epochs) {}

    RelayPass(
            Reader reader,
            ParkedStore parked,
            HeldKeys held,
            BatchSender sender,
            Settlement settlement,
            Acknowledgement acknowledgement,
            RelayProducer kafka,
            ShardLease lease,
            TopicPauses pauses,
            OutboxMeters meters,
            int batch,
            LongSupplier nanoTime) {
        this.reader = reader;
        this.parked = parked;
        this.held = held;
        this.sender = sender;
        this.settlement = settlement;
        this.acknowledgement = acknowledgement;
        this.kafka = kafka;
        this.lease = lease;
        this.pauses = pauses;
        this.plan = new ReadPlan(batch);
        this.meters = meters;
        this.batch = batch;
        this.nanoTime = nanoTime;
    }

    /**
     * @return true if there may be more to do right away
     * @throws BrokerUnavailable if the broker took nothing of a batch
     */
    boolean run() {
        try {
            return sendNext();
        } catch (RuntimeException e) {
            abandon();
            throw e;
        }
    }

    private boolean sendNext() {
        takeOver(lease.owned());
        if (owned.isEmpty()) {
            return false;
        }
        if (nanoTime.getAsLong() - startedOverAt > LOOK_BACK.toNanos()) {
            startOver();
        }
        Set<String> paused = pauses.active();
        if (!paused.containsAll(leftOut)) {
            // Rows of a topic whose pause is over lie behind the reading position: its later ones must not come first.
            startOver();
            paused = pauses.active();
        }
        leftOut = paused;
        Reader.Batch read = reader.next(plan, owned.keySet(), paused);
        List<OutboxRow> rows = read.rows();
        plan.read(read.reading(), rows);
        if (rows.isEmpty()) {
            boolean more = !plan.fromStart() || plan.hasBusy();
            startOver();
            return more;
        }
        boolean backlog = rows.size() >= batch / 2;
        if (backlog) {
            plan.passOver(rows);
            reader.readAhead(plan, owned.keySet(), paused);
        }
        InFlight former = inFlight;
        Sending next = sender.start(rows);
        inFlight = new InFlight(next, owned);
        if (former != null) {
            settle(former);
        }
        if (mustStartOver || next.alone() || !backlog) {
            startOver();
        }
        return true;
    }

    /** Brings what is under way to its end. */
    void finish() {
        try {
            startOver();
        } catch (RuntimeException e) {
            abandon();
            throw e;
        }
    }

    private void takeOver(Map<Integer, Long> now) {
        if (!now.equals(owned)) {
            startOver();
            owned = Map.of();
            held.load(now.keySet());
            owned = now;
        }
    }

    private void startOver() {
        InFlight last = inFlight;
        if (last != null) {
            inFlight = null;
            kafka.hurry();
            settle(last);
        }
        acknowledgement.await();
        reader.forget();
        plan.restart();
        mustStartOver = false;
        startedOverAt = nanoTime.getAsLong();
    }

    private void settle(InFlight batch) {
        Set<String> failedKeys = new HashSet<>();
        Sending.Result result = settlement.settle(batch.sending(), failedKeys);
        record(result, batch.epochs());
        InFlight next = inFlight;
        if (!failedKeys.isEmpty() && next != null) {
            inFlight = null;
            record(settlement.settle(next.sending(), failedKeys), next.epochs());
        }
        if (!failedKeys.isEmpty()) {
            mustStartOver = true;
            Optional<Throwable> outage = Settlement.outage(result);
            if (outage.isPresent()) {
                throw new BrokerUnavailable(outage.get());
            }
        }
    }

    private void record(Sending.Result result, Map<Integer, Long> epochs) {
        meters.settled(result);
        pauses.went(result.sent());
        result.failures().keySet().forEach(pauses::pause);
        acknowledgement.start(result.sent(), epochs, lease.owner());
        if (!result.unsendable().isEmpty() || !result.behind().isEmpty()) {
            result.unsendable().keySet().forEach(held::add);
            boolean stillHeld = parked.park(result.unsendable(), result.behind(), epochs, lease.owner());
            if (!stillHeld) {
                mustStartOver = true;
                held.load(owned.keySet());
            }
        }
    }

    /** Takes everything back and begins anew. */
    private void abandon() {
        if (inFlight != null) {
            inFlight = null;
            kafka.discard();
        }
        acknowledgement.forget();
        reader.forget();
        owned = Map.of();
        plan.restart();
    }

    /** The broker did not take a batch; nothing is wrong with the rows. */
    static final class BrokerUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1;

        BrokerUnavailable(Throwable cause) {
            super(cause.toString(), cause);
        }
    }
}
