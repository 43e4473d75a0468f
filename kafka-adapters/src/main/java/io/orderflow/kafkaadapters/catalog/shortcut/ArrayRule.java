package io.orderflow.kafkaadapters.catalog.shortcut;

import com.fasterxml.jackson.databind.JsonNode;

/** How many items there may be, and what each must be. */
record ArrayRule(Shortcut items, int least, int most) implements Shortcut {

    @Override
    public boolean accepts(JsonNode array) {
        if (array.size() < least || array.size() > most) {
            return false;
        }
        for (JsonNode item : array) {
            if (!items.accepts(item)) {
                return false;
            }
        }
        return true;
    }
}
