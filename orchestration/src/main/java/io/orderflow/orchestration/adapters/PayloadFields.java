package io.orderflow.orchestration.adapters;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.messagecorrelation.binding.EventContent;
import org.jspecify.annotations.Nullable;

/** The single values of a payload, for the bindings of models. */
record PayloadFields(JsonNode payload) implements EventContent {

    @Override
    public @Nullable Object field(String path) {
        JsonNode value = payload;
        for (String name : path.split("\\.")) {
            value = value.path(name);
        }
        return switch (value.getNodeType()) {
            case STRING -> value.textValue();
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.isInt() || value.isLong() ? value.numberValue() : value.decimalValue();
            case ARRAY, BINARY, MISSING, NULL, OBJECT, POJO -> null;
        };
    }
}
