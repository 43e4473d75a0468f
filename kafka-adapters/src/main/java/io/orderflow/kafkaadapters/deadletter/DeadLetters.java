package io.orderflow.kafkaadapters.deadletter;

import io.orderflow.kafkaadapters.Account;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The dead letters of this service's consumer groups, and what operators do about them. Every decision is one transaction
 * with its audit row. Safe on several nodes: whoever comes second finds the letter {@code GONE}. Thread safe.
 */
public interface DeadLetters {

    /** The groups whose dead letters are here. */
    Set<String> consumers();

    /** Those that failed first come first; without their values. */
    List<StoredDeadLetter> list(DeadLetterFilter filter, int limit);

    /** How many there are; counting stops at 10,000. */
    long count(DeadLetterFilter filter);

    Optional<StoredDeadLetter> find(UUID id);

    /** What was done about a letter so far, the latest first. */
    List<DeadLetterDecision> decisions(UUID id);

    /**
     * Has the letters' own group process them again: decoded and held to their schema as if they had just arrived, then
     * handed to the handler whatever version their aggregate has reached, and applied at most once, in one transaction
     * with ledger, effect and audit row. No other group notices. A letter that fails again stays, with one redrive more
     * on its account; one that has failed too often is left alone.
     *
     * @return one result for each letter that was looked at; fewer than there are if the cap or the time is over
     * @throws org.springframework.dao.DataAccessException if infrastructure broke: letters without a result are as they were
     */
    List<RedriveResult> redrive(DeadLetterFilter filter, RedriveTerms terms);

    /**
     * As {@link #redrive}, for one letter and with a corrected value; key and headers are made anew from it. The value has
     * to be a whole envelope with the event id of the original, if that could be read. The audit row keeps its fingerprint.
     */
    RedriveResult repair(UUID id, byte[] value, boolean dryRun, Account account);

    /**
     * Gives letters up for good. Events that waited behind them as the next version of the same aggregate go on.
     *
     * @return the ids of those that were open
     */
    List<UUID> discard(DeadLetterFilter filter, int atMost, boolean dryRun, Account account);
}
