package io.orderflow.kafkaadapters.catalog.shortcut;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Integers of 64 bits that are written as such; 1.0 is the library's to judge.
 *
 * @param constants the only ones; null for all
 */
record IntegerRule(long least, long most, @Nullable Set<Long> constants) implements Shortcut {

    static IntegerRule of(List<JsonNode> schemas) {
        long least = Long.MIN_VALUE;
        long most = Long.MAX_VALUE;
        for (JsonNode schema : schemas) {
            if (schema.has("minimum")) {
                least = Math.max(least, number(schema.get("minimum")));
            }
            if (schema.has("maximum")) {
                most = Math.min(most, number(schema.get("maximum")));
            }
        }
        Set<Long> constants = Constants.of(schemas, JsonNode::isNumber, IntegerRule::number);
        return new IntegerRule(least, most, constants);
    }

    @Override
    public boolean accepts(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            return false;
        }
        long number = value.longValue();
        return number >= least && number <= most && (constants == null || constants.contains(number));
    }

    private static long number(JsonNode bound) {
        if (!bound.isIntegralNumber() || !bound.canConvertToLong()) {
            throw new Unsupported("the number " + bound);
        }
        return bound.longValue();
    }
}
