package io.orderflow.messagecorrelation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where messages are kept that came before anybody waited for them. The correlator asks in the transaction that makes an
 * instance wait, whatever engine command that is (another message, a completed task, a timer), and holds the instances'
 * ledger rows while it asks. Whoever keeps a message because nobody waits holds them as well ({@link MessageCorrelator}
 * takes care of that), so a message is either seen here or finds its instance waiting. Thread safe.
 */
public interface EarlyMessages {

    /**
     * The messages kept for these instances, oldest first. Joins the current transaction; what is returned stays kept until
     * it is settled.
     */
    List<EarlyMessage> of(Collection<InstanceKey> keys);

    /** These were taken by their instances, in the current transaction. */
    void settle(Map<EarlyMessage, CorrelationOutcome> taken);

    /**
     * Taking this one failed, and not because of a lost race. The transaction is lost; whoever repeats it must not meet the
     * same message again.
     */
    void failed(EarlyMessage message, RuntimeException failure);

    /** One kept message. */
    interface EarlyMessage {

        CorrelationRequest request();

        default InstanceKey key() {
            return InstanceKey.of(request());
        }

        /**
         * Carries it out on the calling thread, by calling {@code delivery} once: whatever the process does in there it does
         * because of this message, and of nothing else that this thread may be busy with.
         */
        CorrelationOutcome carryOut(Supplier<CorrelationOutcome> delivery);
    }
}
