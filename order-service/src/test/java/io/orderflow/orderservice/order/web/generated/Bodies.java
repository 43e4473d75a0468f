package io.orderflow.orderservice.order.web.generated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bends bodies: first as trees, so that they stay well-formed, then as text and as bytes. */
final class Bodies {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Values that belong nowhere, or only somewhere else; as JSON text. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1",
            "2147483648",
            "9223372036854775808",
            "1.5",
            "1e400",
            "1e-400",
            "-0.0",
            "\"\"",
            "\" \"",
            "\"3\"",
            "\"-1.00\"",
            "\"1e3\"",
            "\"NaN\"",
            "\"999999999999999999999.99\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\r\\n\"",
            "\"\uD83D\uDE00\u202E\u200B\"",
            "\"' OR 1=1 --\"",
            "\"${7*7}\"",
            "\"<script>\"",
            "\"COMPLETED\"",
            "\"ADD\"",
            "\"GBP\"",
            "\"" + "x".repeat(5_000) + "\"",
            "\"" + "\uD83D\uDE00".repeat(201) + "\"",
            "[]",
            "{}",
            "[null]",
            "[[[]]]",
            "[1, \"1\", {}]",
            "[\"1\", \"1\"]",
            "{\"a\": {\"b\": []}}",
            "[".repeat(30) + "]".repeat(30),
            "1" + "0".repeat(500),
            "\"1\"");

    private static final List<String> NAMES = List.of(
            "status",
            "tenantId",
            "version",
            "",
            "a/b~c",
            "__proto__",
            "\uD83D\uDE00",
            "x".repeat(300),
            "quoteId",
            "type");

    private Bodies() {}

    /** A body that is as good as {@code valid}, or worse. */
    static byte[] bent(String valid, Draw draw) {
        String text = valid;
        for (int i = draw.below(4); i > 0; i--) {
            text = bentTree(text, draw);
        }
        if (draw.oneIn(8)) {
            text = bentText(text, draw);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return draw.oneIn(8) ? bentBytes(bytes, draw) : bytes;
    }

    /** One place of the tree is replaced, removed, doubled or given company. The value goes in as text: 1e400 is no double. */
    private static String bentTree(String text, Draw draw) {
        JsonNode root = tree(text);
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        if (containers.isEmpty()) {
            return text;
        }
        String marker = "\"@@" + draw.id() + "\"";
        JsonNode mark = JSON.getNodeFactory().textNode(marker.substring(1, marker.length() - 1));
        JsonNode place = draw.of(containers);
        if (place instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.isEmpty() || draw.oneIn(5) ? draw.of(NAMES) : draw.of(names);
            if (draw.oneIn(4)) {
                object.remove(name);
            } else {
                object.set(name, mark);
            }
        } else if (place instanceof ArrayNode array) {
            if (!array.isEmpty() && draw.oneIn(3)) {
                array.add(array.get(draw.below(array.size())).deepCopy());
            } else if (!array.isEmpty() && draw.oneIn(3)) {
                array.remove(draw.below(array.size()));
            } else {
                array.add(mark);
            }
        }
        return root.toString().replace(marker, draw.of(VALUES));
    }

    private static String bentText(String text, Draw draw) {
        int at = draw.below(text.length() + 1);
        return switch (draw.below(6)) {
            case 0 -> text.substring(0, at);
            case 1 -> text + text;
            case 2 -> text.replaceFirst("\\{", "{\"reason\": 1, \"reason\": 2, ");
            case 3 -> "\uFEFF" + text;
            case 4 ->
                text.substring(0, at) + draw.of(List.of(",", "}", "]", "\"", "\\", "/*", "NaN")) + text.substring(at);
            default -> "[" + text + "]";
        };
    }

    private static byte[] bentBytes(byte[] bytes, Draw draw) {
        if (bytes.length == 0 || draw.oneIn(3)) {
            return draw.bytes(draw.below(200));
        }
        byte[] bent = Arrays.copyOf(bytes, bytes.length);
        for (int i = draw.below(4); i >= 0; i--) {
            bent[draw.below(bent.length)] = draw.bytes(1)[0];
        }
        return bent;
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }

    /** The body as tree; an empty object if it cannot be read any more. */
    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException bentBefore) {
            return JSON.createObjectNode();
        }
    }
}
