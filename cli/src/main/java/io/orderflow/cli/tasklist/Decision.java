package io.orderflow.cli.tasklist;

/** What can be done about a line that a provider could not fulfil, as the form offers it. */
public enum Decision {
    RETRY,
    WAIVE,
    CANCEL
}
