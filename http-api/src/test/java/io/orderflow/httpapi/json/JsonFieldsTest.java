package io.orderflow.httpapi.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFieldsTest {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    enum Size {
        SMALL,
        LARGE
    }

    record Lamp(
            String id,
            Size size,
            int bulbs,
            BigDecimal price,
            String colour,
            String label,
            @Nullable String words,
            List<Lamp> parts,
            List<String> beside) {

        static Lamp from(JsonFields fields) {
            return new Lamp(
                    fields.identifier("id"),
                    fields.oneOf("size", Size.class),
                    fields.integer("bulbs", 1, 9),
                    fields.amount("price"),
                    fields.matching("colour", COLOUR, "Must be a colour."),
                    fields.requiredText("label"),
                    fields.optionalText("words"),
                    fields.objects("parts", 0, 3, Lamp::from),
                    fields.optionalIdentifiers("beside", 2));
        }
    }

    private static final String LAMP =
            """
            {"id": "lamp 1", "size": "LARGE", "bulbs": 3, "price": "12.50", "colour": "#ffee00", "label": "Lamp\\n1",
             "words": null, "parts": [], "beside": ["lamp 2"]}""";

    @Test
    void whatIsRightIsReadAsItIs() throws Exception {
        assertThat(JsonBodies.read(Bodies.stream(LAMP), Lamp::from))
                .isEqualTo(new Lamp(
                        "lamp 1",
                        Size.LARGE,
                        3,
                        new BigDecimal("12.50"),
                        "#ffee00",
                        "Lamp\n1",
                        null,
                        List.of(),
                        List.of("lamp 2")));
    }

    @Test
    void whatIsMissingIsSaidOfEachField() {
        assertThat(errors("{}"))
                .containsExactlyInAnyOrder(
                        "required /id",
                        "required /size",
                        "required /bulbs",
                        "required /price",
                        "required /colour",
                        "required /label",
                        "required /parts");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndWhere() {
        String part =
                """
                {"id": 7, "size": "large", "bulbs": 10, "price": 12.50, "colour": "red", "label": " ", "words": "\\u0000",
                 "parts": {}, "beside": ["", "x", null], "a/b~c": 1}""";

        assertThat(errors(LAMP.replace("\"parts\": []", "\"parts\": [%s, %s, 3]".formatted(LAMP, part))))
                .containsExactlyInAnyOrder(
                        "type_mismatch /parts/1/id",
                        "invalid_value /parts/1/size",
                        "out_of_range /parts/1/bulbs",
                        "type_mismatch /parts/1/price",
                        "invalid_value /parts/1/colour",
                        "required /parts/1/label",
                        "invalid_text /parts/1/words",
                        "type_mismatch /parts/1/parts",
                        "too_many /parts/1/beside",
                        "unknown_field /parts/1/a~1b~0c",
                        "type_mismatch /parts/2");
    }

    @Test
    void elementsKeepTheirPositionsWhateverIsWrongWithThem() {
        String body = "{\"parts\": [3, %s], \"beside\": [\"\", \"x\"]}".formatted(LAMP);

        assertThat(Bodies.refusal(body, fields -> {
                    List<Lamp> parts = fields.objects("parts", 0, 3, Lamp::from);
                    List<String> beside = fields.optionalIdentifiers("beside", 2);
                    assertThat(parts).extracting(Lamp::id).containsExactly("", "lamp 1");
                    assertThat(beside).containsExactly("", "x");
                    return 1;
                }))
                .satisfies(problem -> assertThat(Bodies.errors(problem))
                        .containsExactly("type_mismatch /parts/0", "required /beside/0"));
    }

    @Test
    void arraysHaveLimits() {
        assertThat(Bodies.refusal("{\"parts\": []}", fields -> fields.objects("parts", 1, 2, Lamp::from))
                        .code())
                .isEqualTo("too_few");
        assertThat(Bodies.refusal("{\"parts\": [1, 2, 3]}", fields -> fields.objects("parts", 1, 2, Lamp::from))
                        .code())
                .isEqualTo("too_many");
    }

    @Test
    void aReaderAddsWhatIsWrongBeyondTheShape() {
        assertThat(Bodies.errors(Bodies.refusal("{\"id\": \"x\"}", fields -> {
                    fields.errors().add(fields.at("id"), "taken", "Choose another.");
                    return fields.identifier("id");
                })))
                .containsExactly("taken /id");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"3\"', type_mismatch",
        "1.5, type_mismatch",
        "1.0, type_mismatch",
        "1e400, type_mismatch",
        "true, type_mismatch",
        "null, required",
        "0, out_of_range",
        "-1, out_of_range",
        "2147483648, out_of_range",
        "9223372036854775808, out_of_range"
    })
    void integers(String bulbs, String code) {
        assertThat(errors(LAMP.replace("\"bulbs\": 3", "\"bulbs\": " + bulbs))).containsExactly(code + " /bulbs");
    }

    record Switch(boolean on, @Nullable String owner) {

        static Switch from(JsonFields fields) {
            return new Switch(fields.bool("on"), fields.optionalIdentifier("owner"));
        }
    }

    @Test
    void trueAndFalseAreNoTextsAndAnOptionalNameIsANameOrNothing() throws Exception {
        assertThat(JsonBodies.read(Bodies.stream("{\"on\": true}"), Switch::from))
                .isEqualTo(new Switch(true, null));
        assertThat(JsonBodies.read(Bodies.stream("{\"on\": false, \"owner\": \"a\"}"), Switch::from))
                .isEqualTo(new Switch(false, "a"));
        assertThat(Bodies.errors(Bodies.refusal("{\"on\": \"true\", \"owner\": \"\"}", Switch::from)))
                .containsExactly("type_mismatch /on", "required /owner");
        assertThat(Bodies.errors(Bodies.refusal("{\"owner\": 7}", Switch::from)))
                .containsExactly("required /on", "type_mismatch /owner");
    }

    @Test
    void fieldNamesOfCallersAreCutBetweenCharacters() {
        String face = "\uD83D\uDE00";

        assertThat(errors(LAMP.replaceFirst("\\{", "{\"" + face.repeat(100) + "\": 1, ")))
                .containsExactly("unknown_field /" + face.repeat(80));
    }

    private static List<String> errors(String body) {
        return Bodies.errors(Bodies.refusal(body, Lamp::from));
    }

    private record Shade(boolean isTinted, int layers, @Nullable String colour) {

        static Shade from(JsonFields fields) {
            return new Shade(
                    fields.isGiven("tinted"),
                    fields.optionalInteger("layers", 1, 9, 2),
                    fields.optionalMatching("colour", COLOUR, "Must be a colour."));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                       | false | 2 |
                    {"tinted": null, "layers": null, "colour": null}         | false | 2 |
                    {"tinted": false, "layers": 5, "colour": "#00ff00"}      | true  | 5 | #00ff00
                    """)
    void whatMayBeLeftOutIsReadIfItIsThere(String body, boolean isTinted, int layers, @Nullable String colour)
            throws Exception {
        assertThat(JsonBodies.read(Bodies.stream(body), Shade::from)).isEqualTo(new Shade(isTinted, layers, colour));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"layers": 0}         | /layers | out_of_range
                    {"layers": "5"}       | /layers | type_mismatch
                    {"colour": "green"}   | /colour | invalid_value
                    {"color": "#00ff00"}  | /color  | unknown_field
                    """)
    void whatMayBeLeftOutIsHeldToTheSameRules(String body, String pointer, String code) {
        assertThat(Bodies.errors(Bodies.refusal(body, Shade::from))).containsExactly(code + " " + pointer);
    }
}
