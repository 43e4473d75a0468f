package io.orderflow.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The data classifications, from harmless to confidential. */
enum Sensitivity {
    LOW,
    MEDIUM,
    HIGH;

    static Sensitivity of(JsonNode topicOrEvent) {
        return valueOf(topicOrEvent.path("dataClassification").asText().toUpperCase(Locale.ROOT));
    }
}
