package io.orderflow.messagecorrelation.camunda.binding;

import java.util.Set;

/** Names of the extension properties that bind an element to an event. */
final class BindingProperties {

    static final String EVENT_TYPE = "eventType";
    static final String KEY = "eventKey";
    static final String UNMATCHED = "eventUnmatched";
    static final String WAIT_LIMIT = "eventWaitLimit";
    static final String VARIABLES = "eventVariables";

    static final Set<String> ALL = Set.of(EVENT_TYPE, KEY, UNMATCHED, WAIT_LIMIT, VARIABLES);

    private BindingProperties() {}
}
