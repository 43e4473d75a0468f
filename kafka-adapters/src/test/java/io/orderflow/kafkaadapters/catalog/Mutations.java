package io.orderflow.kafkaadapters.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/** Changes a value in one place at a time, in every place and in every way that readers of JSON disagree about. */
final class Mutations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String GRIN = "\ud83d\ude00";
    private static final String SPLICES = "\u0000\u0001\n\u001f \u007f\u0080é\u2028\ud83d\ude00Z0az-_.:+T";
    private static final int SPLICED = 40;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "Z",
            "1",
            "null",
            "ABC",
            "COMPLETED",
            "\u0000",
            "\n",
            "a\u001fb",
            "\u007f",
            "\u0080",
            GRIN,
            "\ud83d",
            "\ude00Z",
            "a".repeat(200),
            "a".repeat(201),
            GRIN.repeat(200),
            GRIN.repeat(201),
            "a".repeat(500),
            "a".repeat(501),
            GRIN.repeat(500),
            "a".repeat(1000),
            "a".repeat(1001),
            GRIN.repeat(1000),
            "-0.00",
            "1.000000",
            "1.0000000",
            "12345678901234567890123456789.00",
            "12345678901234567890123456789.000",
            "0197c1d2-a3b4-7e5f-8a6b-7c8d9e0f1a17",
            "0197C1D2-A3B4-7E5F-8A6B-7C8D9E0F1A17",
            "0197c1d2a3b47e5f8a6b7c8d9e0f1a17",
            "2026-07-02T08:15:31Z",
            "2026-07-02T08:15:31.123456789Z",
            "2026-07-02T08:15:31.1234567891Z",
            "2026-07-02T08:15:31.Z",
            "2026-07-02T08:15:31+00:00",
            "2026-07-02t08:15:31z",
            "2026-07-02 08:15:31Z",
            "2026-07-02T08:15Z",
            "2026-07-02Z",
            "2026-07-02T24:00:00Z",
            "2026-07-02T23:59:60Z",
            "2016-12-31T23:59:60Z",
            "2026-02-28T00:00:00Z",
            "2026-02-29T00:00:00Z",
            "2028-02-29T00:00:00Z",
            "2026-04-30T00:00:00Z",
            "2026-04-31T00:00:00Z",
            "2026-00-10T00:00:00Z",
            "2026-13-10T00:00:00Z",
            "2026-01-00T00:00:00Z",
            "2026-01-32T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "+2026-07-02T08:15:31Z",
            "12026-07-02T08:15:31Z",
            "٢٠٢٦-07-02T08:15:31Z");

    private Mutations() {}

    /** Everything that is tried; the value itself is left as it was after each. */
    static void forEach(ObjectNode value, Consumer<JsonNode> tried) {
        Random random = new Random(7);
        inside(value, random, () -> tried.accept(value));
        other(value, random).stream().filter(JsonNode::isContainerNode).forEach(tried);
    }

    private static void inside(JsonNode container, Random random, Runnable tried) {
        if (container instanceof ObjectNode object) {
            for (String name : names(object)) {
                JsonNode original = object.get(name);
                for (JsonNode other : other(original, random)) {
                    object.set(name, other);
                    tried.run();
                }
                object.remove(name);
                tried.run();
                object.set(name, original);
                inside(original, random, tried);
            }
            for (JsonNode unknown : plain()) {
                object.set("unheardOf", unknown);
                tried.run();
            }
            object.remove("unheardOf");
        } else if (container instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode original = array.get(i);
                for (JsonNode other : other(original, random)) {
                    array.set(i, other);
                    tried.run();
                }
                array.set(i, original);
                inside(original, random, tried);
            }
        }
    }

    private static List<JsonNode> other(JsonNode original, Random random) {
        List<JsonNode> others = plain();
        if (original.isTextual()) {
            spliced(original.textValue(), random).forEach(text -> others.add(NODES.textNode(text)));
        }
        if (original instanceof ArrayNode array) {
            for (int items : new int[] {0, 1, 1000, 1001, 10_001}) {
                ArrayNode resized = NODES.arrayNode();
                for (int i = 0; i < items; i++) {
                    resized.add(array.isEmpty() ? NODES.textNode("a") : array.get(i % array.size()));
                }
                others.add(resized);
            }
        }
        if (original instanceof ObjectNode object) {
            for (int fields : new int[] {19, 20, 21}) {
                ObjectNode grown = object.deepCopy();
                for (int i = grown.size(); i < fields; i++) {
                    grown.put("field" + i, "a");
                }
                others.add(grown);
            }
        }
        return others;
    }

    private static List<JsonNode> plain() {
        List<JsonNode> values = new ArrayList<>();
        TEXTS.forEach(text -> values.add(NODES.textNode(text)));
        for (String number : List.of("1.0", "1.5", "1e0", "1E400", "0.0", "2147483647.0")) {
            values.add(NODES.numberNode(new BigDecimal(number)));
        }
        for (long number :
                new long[] {0, 1, 2, -1, 10_000, 10_001, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, Long.MAX_VALUE}) {
            values.add(NODES.numberNode(number));
        }
        values.add(NODES.numberNode(BigInteger.ONE));
        values.add(NODES.numberNode(BigInteger.TWO.pow(64)));
        values.add(NODES.numberNode(BigInteger.TWO.pow(64).add(BigInteger.ONE)));
        values.add(NODES.numberNode(1.0));
        values.add(NODES.booleanNode(true));
        values.add(NODES.nullNode());
        values.add(NODES.objectNode());
        values.add(NODES.arrayNode());
        return values;
    }

    private static List<String> spliced(String original, Random random) {
        List<String> texts = new ArrayList<>(List.of(
                original + '\n',
                original + '\r',
                '\n' + original,
                original + ' ',
                original + original,
                original + '\u0000',
                original.toUpperCase(Locale.ROOT),
                original.toLowerCase(Locale.ROOT)));
        for (int i = 0; i < SPLICED && !original.isEmpty(); i++) {
            int at = random.nextInt(original.length());
            char spliced = SPLICES.charAt(random.nextInt(SPLICES.length()));
            int dropped = random.nextInt(2);
            texts.add(original.substring(0, at) + spliced + original.substring(at + dropped));
            texts.add(original.substring(0, at) + original.substring(at + 1));
        }
        return texts;
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
