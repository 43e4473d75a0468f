package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.Account;
import io.orderflow.kafkaadapters.deadletter.DeadLetterStore;
import io.orderflow.kafkaadapters.deadletter.RedriveResult;
import io.orderflow.kafkaadapters.deadletter.RedriveResult.Verdict;
import io.orderflow.kafkaadapters.deadletter.StoredDeadLetter;
import io.orderflow.kafkaadapters.inbox.AggregateVersions;
import io.orderflow.kafkaadapters.inbox.AggregateVersions.Standing;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives dead letters up, also those of groups that this service does not have any more. Thread safe. */
record Discards(DeadLetterStore store, AggregateVersions versions, TransactionTemplate transaction) {

    /** @return false if the letter is not open (any more) or somebody else has it in hand */
    boolean discard(UUID id, Account account) {
        return Boolean.TRUE.equals(transaction.execute(status ->
                store.lockOpen(id).map(letter -> giveUp(letter, account)).orElse(false)));
    }

    private boolean giveUp(StoredDeadLetter letter, Account account) {
        store.audit(letter, "DISCARD", account, new RedriveResult(letter.id(), Verdict.DISCARDED, null), null);
        store.decide(letter.id(), StoredDeadLetter.State.DISCARDED);
        String aggregate = letter.aggregate();
        Long version = letter.aggregateVersion();
        if (aggregate != null && version != null && isNext(letter.consumer(), aggregate, version)) {
            // What waits behind it waits no longer; the sweep wakes it, so that a failure there undoes nothing here.
            versions.reach(letter.consumer(), Map.of(aggregate, version));
        }
        return true;
    }

    private boolean isNext(String consumer, String aggregate, long version) {
        Standing standing = versions.lock(consumer, List.of(aggregate)).getOrDefault(aggregate, Standing.UNSEEN);
        return version == standing.version() + 1;
    }
}
