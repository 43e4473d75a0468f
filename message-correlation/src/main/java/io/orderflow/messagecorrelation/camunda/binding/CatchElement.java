package io.orderflow.messagecorrelation.camunda.binding;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element that waits for a message, as the model has it.
 *
 * @param messageName unevaluated; null if the element names no message
 * @param properties its extension properties
 * @param startsProcess whether it is a start event of the process itself
 * @param repeated whether one instance of the process can wait there several times at once
 */
record CatchElement(
        String id,
        @Nullable String messageName,
        Map<String, String> properties,
        boolean startsProcess,
        boolean repeated) {}
