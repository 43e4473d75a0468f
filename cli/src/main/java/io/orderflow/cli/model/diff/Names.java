package io.orderflow.cli.model.diff;

import java.util.HashMap;
import java.util.Map;

/** What the messages, signals, errors and escalations of a model are called; elements refer to them by id. */
record Names(Map<String, String> byId) {

    static Names of(org.w3c.dom.Element definitions) {
        Map<String, String> names = new HashMap<>();
        for (org.w3c.dom.Element child : Xml.children(definitions)) {
            switch (child.getLocalName()) {
                case "message", "signal" -> names.put(child.getAttribute("id"), child.getAttribute("name"));
                case "error" -> names.put(child.getAttribute("id"), child.getAttribute("errorCode"));
                case "escalation" -> names.put(child.getAttribute("id"), child.getAttribute("escalationCode"));
                default -> {
                    // Everything else is compared where it stands, or is drawing.
                }
            }
        }
        return new Names(Map.copyOf(names));
    }

    /** The name behind a reference, whose prefix may stand in front of the id. */
    String of(String reference) {
        String id = reference.substring(reference.indexOf(':') + 1);
        return byId.getOrDefault(id, reference);
    }
}
