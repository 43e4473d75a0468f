package io.orderflow.contractchecks.asyncapi;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.Field;
import io.orderflow.contractchecks.catalogue.RecordContract;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import io.orderflow.contractchecks.catalogue.SchemaDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fields with what they mean. */
final class FieldTable {

    private static final String HEAD =
            "<div class=\"scroll\"><table>\n<thead><tr><th>Field</th><th></th><th>Type</th><th>Meaning</th></tr></thead>\n<tbody>\n";
    private static final String FOOT = "</tbody></table></div>\n";
    private static final String ELEMENT = "/*";

    private FieldTable() {}

    static String payload(Event event, EventVersion version, Catalogue catalogue) {
        return table(
                Field.ofPayload(version, catalogue.schemas()),
                "/payload",
                Set.copyOf(event.ownership().piiFields()));
    }

    static String record(RecordContract contract, Catalogue catalogue) {
        return table(fields(contract.schema(), catalogue), "", Set.of());
    }

    static String envelope(Catalogue catalogue) {
        return table(fields(catalogue.envelope(), catalogue), "", Set.of());
    }

    static String headers() {
        StringBuilder html = new StringBuilder(HEAD);
        Headers.meanings()
                .forEach((name, meaning) ->
                        html.append(row(name, Headers.isRequired(name), "text", Html.escape(meaning), false)));
        return html.append(FOOT).toString();
    }

    private static List<Field> fields(SchemaDocument document, Catalogue catalogue) {
        return Field.below(ResolvedSchema.of(document.content(), catalogue.schemas()), "");
    }

    private static String table(List<Field> fields, String root, Set<String> personal) {
        StringBuilder html = new StringBuilder(HEAD);
        Map<String, String> shown = new HashMap<>(Map.of(root, ""));
        for (Field field : fields) {
            String parent = field.pointer().substring(0, field.pointer().lastIndexOf('/'));
            String path = shown.getOrDefault(parent, "");
            if (field.pointer().endsWith(ELEMENT)) {
                // Its type stands beside its list; only what is inside has rows of its own.
                shown.put(field.pointer(), path + "[]");
                continue;
            }
            path = path.isEmpty() ? field.name() : path + "." + field.name();
            shown.put(field.pointer(), path);
            html.append(row(
                    path,
                    field.required(),
                    FieldText.type(field.schema()),
                    FieldText.meaning(field.schema()),
                    personal.contains(dotted(field.pointer()))));
        }
        return html.append(FOOT).toString();
    }

    /** As ownership records name a field: {@code payload.lines.contact}. */
    private static String dotted(String pointer) {
        return pointer.replace(ELEMENT, "").substring(1).replace('/', '.');
    }

    private static String row(String path, boolean required, String type, String meaningHtml, boolean personal) {
        return "<tr><td>%s%s</td><td>%s</td><td>%s</td><td>%s</td></tr>%n"
                .formatted(
                        Html.code(path).replace(".", ".<wbr>"),
                        personal ? " " + Html.badge("pii", "personal data") : "",
                        required ? "required" : "<span class=\"optional\">optional</span>",
                        Html.escape(type),
                        meaningHtml);
    }
}
