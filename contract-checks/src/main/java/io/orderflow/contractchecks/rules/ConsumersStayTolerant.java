package io.orderflow.contractchecks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.contractchecks.catalogue.Catalogue;
import java.util.Set;
import java.util.stream.Stream;

/** Objects stay open: a consumer that refuses fields it does not know makes every addition a breaking change. */
final class ConsumersStayTolerant implements Rule {

    private static final Set<String> CLOSING = Set.of("additionalProperties", "unevaluatedProperties");

    @Override
    public String code() {
        return "object_closed";
    }

    @Override
    public Stream<Finding> check(Catalogue catalogue) {
        return catalogue.documents().flatMap(document -> closed(document.file(), document.content(), ""));
    }

    private Stream<Finding> closed(String file, JsonNode node, String pointer) {
        Stream<Finding> here = CLOSING.stream()
                .filter(keyword ->
                        node.path(keyword).isBoolean() && !node.path(keyword).asBoolean())
                .map(keyword -> finding(
                        file, pointer + "/" + keyword, "refuses fields that are added later", "Delete " + keyword));
        Stream<Finding> fields = node.properties().stream()
                .flatMap(field -> closed(file, field.getValue(), pointer + "/" + field.getKey()));
        Stream<Finding> elements =
                node.isArray() ? node.valueStream().flatMap(element -> closed(file, element, pointer)) : Stream.empty();
        return Stream.of(here, fields, elements).flatMap(found -> found);
    }
}
