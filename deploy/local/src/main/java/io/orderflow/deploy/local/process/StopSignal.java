package io.orderflow.deploy.local.process;

/** How to ask a process to end. */
public enum StopSignal {
    TERM,
    /** PostgreSQL's fast shutdown: sessions are ended, everything is written. TERM would wait for the sessions. */
    INT
}
