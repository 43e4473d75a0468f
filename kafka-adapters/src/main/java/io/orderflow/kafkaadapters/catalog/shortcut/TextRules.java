package io.orderflow.kafkaadapters.catalog.shortcut;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What has to hold for a text. Constants are held to the rest once and for all while compiling. */
final class TextRules implements Predicate<String> {

    private final List<Predicate<String>> rules;

    private TextRules(List<Predicate<String>> rules) {
        this.rules = List.copyOf(rules);
    }

    static TextRules of(List<JsonNode> schemas) {
        int least = 0;
        int most = Integer.MAX_VALUE;
        List<Predicate<String>> rules = new ArrayList<>();
        for (JsonNode schema : schemas) {
            least = Math.max(least, Keywords.size(schema, "minLength", 0));
            most = Math.min(most, Keywords.size(schema, "maxLength", Integer.MAX_VALUE));
            if (schema.has("pattern")) {
                rules.add(TextPattern.of(schema.get("pattern").asText()));
            }
            if (schema.has("format")) {
                rules.add(TextFormats.named(schema.get("format").asText()));
            }
        }
        if (least > 0 || most < Integer.MAX_VALUE) {
            rules.add(0, new TextLength(least, most));
        }
        TextRules all = new TextRules(rules);
        Set<String> constants = Constants.of(schemas, JsonNode::isTextual, JsonNode::textValue);
        return constants == null
                ? all
                : new TextRules(
                        List.of(constants.stream().filter(all).collect(Collectors.toUnmodifiableSet())::contains));
    }

    @Override
    public boolean test(String text) {
        for (Predicate<String> rule : rules) {
            if (!rule.test(text)) {
                return false;
            }
        }
        return true;
    }
}
