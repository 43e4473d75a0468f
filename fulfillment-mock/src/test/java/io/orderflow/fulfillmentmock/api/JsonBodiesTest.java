package io.orderflow.fulfillmentmock.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;

class JsonBodiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                          | malformed_json",
                "{                           | malformed_json",
                "{\"name\": NaN}             | malformed_json",
                "{\"name\": \"a\"} trailing  | malformed_json",
                "{\"name\": \"a\", \"name\": \"b\"} | duplicate_key",
                "[]                          | type_mismatch",
                "null                        | type_mismatch",
                "{\"name\": \"\\ud800\"}     | invalid_text",
                "{\"name\": \"a\\nb\"}       | invalid_text",
                "{\"name\": \" \"}           | required",
                "{\"name\": \"a\", \"more\": 1} | unknown_field"
            })
    void aCallerIsToldWhatIsWrong(String body, String code) {
        assertThat(Bodies.refusal(body, fields -> fields.identifier("name")).code())
                .isEqualTo(code);
    }

    @Test
    void aSyntaxErrorHasAPlace() {
        assertThat(Bodies.refusal("{\n  \"name\": oops\n}", fields -> fields.identifier("name")))
                .hasMessageContaining("line 2, column");
    }

    @Test
    void severalKindsOfProblemsAreOneValidationFailure() {
        assertThat(Bodies.refusal("{\"more\": 1}", fields -> fields.identifier("name"))
                        .code())
                .isEqualTo("validation_failed");
    }

    @Test
    void deepNestingIsRefused() {
        String body = "{\"name\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertThat(Bodies.refusal(body, fields -> fields.identifier("name")).code())
                .isEqualTo("too_deep");
    }

    @Test
    void aLongTextIsRefusedAndAStrangeOneIsNot() throws Exception {
        String face = "\uD83D\uDE00";
        String read = Bodies.read("{\"name\": \"" + face.repeat(200) + "\"}", fields -> fields.identifier("name"));
        assertThat(read).isEqualTo(face.repeat(200));
        assertThat(Bodies.refusal("{\"name\": \"" + "x".repeat(201) + "\"}", fields -> fields.identifier("name"))
                        .code())
                .isEqualTo("too_long");
    }

    @Test
    void aBodyThatIsTooLargeIsNotReadToItsEnd() {
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> JsonBodies.read(new EndlessSpaces(), fields -> 1))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] latin = "{\"name\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> JsonBodies.read(new ByteArrayInputStream(latin), fields -> 1))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("invalid_text"));
    }
}
