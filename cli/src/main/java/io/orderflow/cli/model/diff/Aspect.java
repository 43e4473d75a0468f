package io.orderflow.cli.model.diff;

import java.util.Locale;

/** What a change of an element is about; a report keeps this order. */
public enum Aspect {
    ADDED,
    REMOVED,
    KIND,
    MOVED,
    RENAMED,
    ROUTE,
    BINDING,
    MESSAGE,
    EVENT,
    TIMER,
    CONDITION,
    INTERRUPTION,
    MULTI_INSTANCE,
    ASYNC,
    DELEGATE,
    LISTENER,
    FORM,
    PEOPLE,
    VARIABLES,
    SETTING,
    DOCUMENTATION;

    /** For scripts and for eyes. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
