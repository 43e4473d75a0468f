package io.orderflow.kafkaadapters.topics;

/** What the versions of an aggregate's events on one topic promise. */
public enum VersionContract {
    /** Every version is there, from 1: a missing one is on its way, so what follows waits for it. */
    GAPLESS,
    /** Versions grow, but only some are there: what is older than the newest seen is stale. */
    INCREASING,
    /** Versions say nothing. */
    NONE
}
