package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.Account;
import io.orderflow.kafkaadapters.deadletter.DeadLetterDecision;
import io.orderflow.kafkaadapters.deadletter.DeadLetterFilter;
import io.orderflow.kafkaadapters.deadletter.DeadLetterStore;
import io.orderflow.kafkaadapters.deadletter.DeadLetters;
import io.orderflow.kafkaadapters.deadletter.RedriveResult;
import io.orderflow.kafkaadapters.deadletter.RedriveResult.Verdict;
import io.orderflow.kafkaadapters.deadletter.RedriveTerms;
import io.orderflow.kafkaadapters.deadletter.StoredDeadLetter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Takes operators' orders about dead letters and has the group of each letter carry them out, one after the other. */
final class RedriveDesk implements DeadLetters {

    private static final int COUNT_LIMIT = 10_000;

    /** So that a caller over HTTP gets its answer; what is left is left for the next call. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final DeadLetterStore store;
    private final Map<String, Redriver> redrivers;
    private final Discards discards;
    private final Clock clock;

    RedriveDesk(DeadLetterStore store, Map<String, Redriver> redrivers, Discards discards, Clock clock) {
        this.store = store;
        this.redrivers = Map.copyOf(redrivers);
        this.discards = discards;
        this.clock = clock;
    }

    @Override
    public Set<String> consumers() {
        return new TreeSet<>(redrivers.keySet());
    }

    @Override
    public List<StoredDeadLetter> list(DeadLetterFilter filter, int limit) {
        return store.list(filter, limit);
    }

    @Override
    public long count(DeadLetterFilter filter) {
        return store.count(filter, COUNT_LIMIT);
    }

    @Override
    public Optional<StoredDeadLetter> find(UUID id) {
        return store.find(id);
    }

    @Override
    public List<DeadLetterDecision> decisions(UUID id) {
        return store.decisions(id);
    }

    @Override
    public List<RedriveResult> redrive(DeadLetterFilter filter, RedriveTerms terms) {
        Instant end = clock.instant().plus(LONGEST);
        long pause = Duration.ofSeconds(1).toNanos() / terms.perSecond();
        List<RedriveResult> results = new ArrayList<>();
        for (StoredDeadLetter letter : store.list(filter, terms.atMost())) {
            if (clock.instant().isAfter(end)) {
                break;
            }
            if (!results.isEmpty()) {
                LockSupport.parkNanos(pause);
            }
            results.add(redrive(letter, null, terms.dryRun(), terms.account()));
        }
        return results;
    }

    @Override
    public RedriveResult repair(UUID id, byte[] value, boolean dryRun, Account account) {
        return store.find(id)
                .map(letter -> redrive(letter, value, dryRun, account))
                .orElseGet(() -> new RedriveResult(id, Verdict.GONE, null));
    }

    @Override
    public List<UUID> discard(DeadLetterFilter filter, int atMost, boolean dryRun, Account account) {
        List<UUID> discarded = new ArrayList<>();
        for (StoredDeadLetter letter : store.list(filter, atMost)) {
            if (dryRun || discards.discard(letter.id(), account)) {
                discarded.add(letter.id());
            }
        }
        return discarded;
    }

    private RedriveResult redrive(
            StoredDeadLetter letter, byte @Nullable [] correctedValue, boolean dryRun, Account account) {
        Redriver redriver = redrivers.get(letter.consumer());
        return redriver == null
                ? new RedriveResult(letter.id(), Verdict.GONE, "this service has no consumer " + letter.consumer())
                : redriver.redrive(letter.id(), correctedValue, dryRun, account);
    }
}
