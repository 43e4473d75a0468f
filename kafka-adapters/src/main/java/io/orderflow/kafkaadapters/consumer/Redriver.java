package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.Account;
import io.orderflow.kafkaadapters.deadletter.RedriveResult;
import io.orderflow.kafkaadapters.deadletter.RedriveResult.Verdict;
import io.orderflow.kafkaadapters.deadletter.StoredDeadLetter;
import io.orderflow.kafkaadapters.failure.FailureClassifier;
import io.orderflow.kafkaadapters.inbox.AggregateVersions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings dead letters of one consumer group back to it, or gives them up. Thread safe. */
final class Redriver {

    private static final Logger LOG = LoggerFactory.getLogger(Redriver.class);
    private static final int MOST_WOKEN = 500;

    private final Redrive.Tools tools;
    private final BatchTransaction transaction;
    private final AggregateVersions versions;
    private final ConsumerMeters meters;
    private final String consumer;
    private final int mostRedrives;

    /** @param mostRedrives how often a letter may come back in vain */
    Redriver(
            Redrive.Tools tools,
            BatchTransaction transaction,
            AggregateVersions versions,
            ConsumerMeters meters,
            String consumer,
            int mostRedrives) {
        this.tools = tools;
        this.transaction = transaction;
        this.versions = versions;
        this.meters = meters;
        this.consumer = consumer;
        this.mostRedrives = mostRedrives;
    }

    /**
     * @param correctedValue null takes the record as it is
     * @throws RuntimeException if infrastructure broke; the letter is as it was
     */
    RedriveResult redrive(UUID id, byte @Nullable [] correctedValue, boolean dryRun, Account account) {
        Redrive redrive = new Redrive(id, new Redrive.Order(account, dryRun, correctedValue, mostRedrives), tools);
        try {
            List<Entry> entries = applied(redrive);
            meters.handled(entries.size(), entries);
        } catch (Redrive.TakenBack dry) {
            LOG.debug("Dead letter {} would be {}", id, redrive.result().verdict());
        }
        return redrive.result();
    }

    private List<Entry> applied(Redrive redrive) {
        try {
            return transaction.applyRedriven(redrive::take, MOST_WOKEN, redrive::settle);
        } catch (Redrive.TakenBack dry) {
            throw dry;
        } catch (RuntimeException failure) {
            if (FailureClassifier.isTransient(failure)) {
                throw failure;
            }
            return aloneOrBuried(redrive);
        }
    }

    /** The failure may be that of a parked event which the letter brought along: that one is left to the sweep. */
    private List<Entry> aloneOrBuried(Redrive redrive) {
        try {
            return transaction.applyRedriven(redrive::take, 0, redrive::settle);
        } catch (Redrive.TakenBack dry) {
            throw dry;
        } catch (RuntimeException failure) {
            if (FailureClassifier.isTransient(failure)) {
                throw failure;
            }
            return transaction.bury(
                    redrive::take, HandlerFailure.CODE, HandlerFailure.reason(failure), redrive::settle);
        }
    }

    /** @return false if the letter is not open (any more) or somebody else has it in hand */
    boolean discard(UUID id, Account account) {
        boolean[] done = {false};
        // Whatever waits behind it is left to the sweep: a failure there must not undo the decision.
        transaction.applyLocked(
                () -> {
                    done[0] = tools.store()
                            .lockOpen(id)
                            .map(letter -> giveUp(letter, account))
                            .orElse(false);
                    return List.of();
                },
                List.of(),
                0);
        return done[0];
    }

    private boolean giveUp(StoredDeadLetter letter, Account account) {
        tools.store().audit(letter, "DISCARD", account, new RedriveResult(letter.id(), Verdict.DISCARDED, null), null);
        tools.store().decide(letter.id(), StoredDeadLetter.State.DISCARDED);
        if (letter.aggregate() != null && letter.aggregateVersion() != null && isNext(letter)) {
            // What waits for this version waits no longer.
            versions.reach(consumer, Map.of(letter.aggregate(), letter.aggregateVersion()));
        }
        return true;
    }

    private boolean isNext(StoredDeadLetter letter) {
        String aggregate = String.valueOf(letter.aggregate());
        long reached = versions.lock(consumer, List.of(aggregate))
                .getOrDefault(aggregate, AggregateVersions.Standing.UNSEEN)
                .version();
        return letter.aggregateVersion() != null && letter.aggregateVersion() == reached + 1;
    }
}
