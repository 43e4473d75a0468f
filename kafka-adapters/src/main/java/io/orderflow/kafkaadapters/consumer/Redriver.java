package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.Account;
import io.orderflow.kafkaadapters.deadletter.RedriveResult;
import io.orderflow.kafkaadapters.failure.FailureClassifier;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings dead letters of one consumer group back to it. Thread safe. */
final class Redriver {

    private static final Logger LOG = LoggerFactory.getLogger(Redriver.class);
    private static final int MOST_WOKEN = 500;

    private final Redrive.Tools tools;
    private final BatchTransaction transaction;
    private final ConsumerMeters meters;
    private final int mostRedrives;

    /** @param mostRedrives how often a letter may come back in vain */
    Redriver(Redrive.Tools tools, BatchTransaction transaction, ConsumerMeters meters, int mostRedrives) {
        this.tools = tools;
        this.transaction = transaction;
        this.meters = meters;
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
}
