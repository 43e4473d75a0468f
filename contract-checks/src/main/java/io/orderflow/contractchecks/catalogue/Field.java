package io.orderflow.contractchecks.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One field somewhere in a record value.
 *
 * @param pointer where it stands in the value, as a JSON pointer in which {@code *} is each element of an array, e.g.
 *     {@code /payload/lines/*}{@code /offerId}
 * @param schema what it must be
 * @param required whether its object must have it
 */
public record Field(String pointer, ResolvedSchema schema, boolean required) {

    private static final int DEEPEST = 24;

    /** The last name in the pointer; for elements of arrays {@code *}. */
    public String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /** Whether it stands directly in the payload. */
    public boolean isTopOfPayload() {
        return pointer.startsWith("/payload/") && pointer.indexOf('/', "/payload/".length()) < 0;
    }

    /** All fields and elements below a schema at any depth, in the order they are written; recursion ends at some depth. */
    public static List<Field> below(ResolvedSchema schema, String pointer) {
        List<Field> fields = new ArrayList<>();
        collect(schema, pointer, 0, fields);
        return fields;
    }

    /** The payload's fields at any depth. */
    public static List<Field> ofPayload(EventVersion version, Schemas schemas) {
        return below(ResolvedSchema.of(version.payload(), version.schema().content(), schemas), "/payload");
    }

    private static void collect(ResolvedSchema schema, String pointer, int depth, List<Field> fields) {
        if (depth > DEEPEST) {
            return;
        }
        Set<String> required = schema.required();
        for (Map.Entry<String, ResolvedSchema> property : schema.properties().entrySet()) {
            String below = pointer + "/" + property.getKey();
            fields.add(new Field(below, property.getValue(), required.contains(property.getKey())));
            collect(property.getValue(), below, depth + 1, fields);
        }
        schema.items().ifPresent(items -> element(items, pointer, depth, fields));
        schema.additionalProperties().ifPresent(values -> element(values, pointer, depth, fields));
        schema.alternatives().forEach(branch -> collect(branch, pointer, depth + 1, fields));
    }

    private static void element(ResolvedSchema schema, String pointer, int depth, List<Field> fields) {
        fields.add(new Field(pointer + "/*", schema, false));
        collect(schema, pointer + "/*", depth + 1, fields);
    }
}
