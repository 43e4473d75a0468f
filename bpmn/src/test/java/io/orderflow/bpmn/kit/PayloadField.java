package io.orderflow.bpmn.kit;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.contractchecks.catalogue.Field;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import java.util.Set;

/**
 * A payload field that holds one value: only such a field can be a key or become a variable.
 *
 * @param path names from the payload on, joined by dots, e.g. {@code line.offerId}
 * @param type such as {@code string}
 * @param meaning what the schema says about it; empty if nothing
 * @param required whether every event has it
 */
record PayloadField(String path, String type, String meaning, boolean required) {

    private static final String PAYLOAD = "/payload/";

    static boolean holdsOneValue(Field field) {
        Set<String> types = field.schema().types();
        return !field.pointer().contains("*") && !types.contains("object") && !types.contains("array");
    }

    static PayloadField of(Field field) {
        ResolvedSchema schema = field.schema();
        String type = schema.types().isEmpty() ? "string" : String.join(" or ", schema.types());
        JsonNode said = schema.first("x-meaning");
        String meaning =
                said.isTextual() ? said.asText() : schema.first("description").asText();
        String path = field.pointer().substring(PAYLOAD.length()).replace('/', '.');
        return new PayloadField(path, type, meaning, field.required());
    }

    /** Such as {@code reason (string, may be missing): The same for people}. */
    String described() {
        String kind = required ? type : type + ", may be missing";
        return path + " (" + kind + ")" + (meaning.isEmpty() ? "" : ": " + meaning);
    }
}
