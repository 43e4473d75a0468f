package io.orderflow.kafkaadapters.catalog.shortcut;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** @param most how many fields there may be */
record ObjectRule(List<Property> properties, List<Additional> additional, int most) implements Shortcut {

    record Property(String name, Shortcut rule, boolean required) {}

    /** @param known the fields that this is not about */
    record Additional(Set<String> known, Shortcut rule) {}

    @Override
    public boolean accepts(JsonNode object) {
        if (object.size() > most) {
            return false;
        }
        for (Property property : properties) {
            JsonNode value = object.get(property.name());
            if (value == null ? property.required() : !property.rule().accepts(value)) {
                return false;
            }
        }
        for (Additional each : additional) {
            if (!acceptsOthers(object, each)) {
                return false;
            }
        }
        return true;
    }

    private static boolean acceptsOthers(JsonNode object, Additional additional) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!additional.known().contains(field.getKey())
                    && !additional.rule().accepts(field.getValue())) {
                return false;
            }
        }
        return true;
    }
}
