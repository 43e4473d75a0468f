package io.orderflow.cli.model.diff;

import java.util.Set;
import java.util.SortedMap;
import org.w3c.dom.Element;

/** How often an activity runs for one token, in words. */
final class MultiInstance {

    private static final Set<String> TOLD = Set.of("id", "isSequential", "collection", "elementVariable");

    private MultiInstance() {}

    static String words(Element loop) {
        SortedMap<String, String> attributes = Xml.attributes(loop);
        StringBuilder words = new StringBuilder(
                Boolean.parseBoolean(attributes.get("isSequential")) ? "one after the other" : "in parallel");
        if (attributes.containsKey("collection")) {
            words.append(" for each of ").append(attributes.get("collection"));
        }
        if (attributes.containsKey("elementVariable")) {
            words.append(" as ").append(attributes.get("elementVariable"));
        }
        attributes.forEach((name, value) -> {
            if (!TOLD.contains(name) && !Attributes.isDefault(name, value)) {
                words.append("; ").append(Xml.words(name)).append(' ').append(value);
            }
        });
        for (Element child : Xml.children(loop)) {
            String value = Xml.children(child).isEmpty() ? Xml.text(child) : Xml.canonical(child);
            words.append("; ")
                    .append(Xml.words(child.getLocalName()))
                    .append(' ')
                    .append(value);
        }
        return words.toString();
    }
}
