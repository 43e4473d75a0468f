package io.orderflow.httpapi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderflow.httpapi.problem.ApiProblem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
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
    void severalKindsOfErrorsAreOneValidationFailure() {
        assertThat(Bodies.refusal("{\"more\": 1}", fields -> fields.identifier("name"))
                        .code())
                .isEqualTo("validation_failed");
    }

    @Test
    void whatIsWrongWithTheRestOfTheRequestIsSaidWithTheBody() {
        FieldErrors errors = new FieldErrors();
        errors.add("Some-Header", "required", "Must be given.");

        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() ->
                        JsonBodies.read(Bodies.stream("{\"name\": 1}"), errors, fields -> fields.identifier("name")))
                .satisfies(problem -> assertThat(Bodies.errors(problem))
                        .containsExactlyInAnyOrder("required Some-Header", "type_mismatch /name"));
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
        String read = JsonBodies.read(
                Bodies.stream("{\"name\": \"" + face.repeat(200) + "\"}"), fields -> fields.identifier("name"));
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

    @Test
    void noAnswerGrowsWithTheNumberOfErrors() {
        String fields = "\"f%d\": 1,"
                .repeat(1_500)
                .formatted(IntStream.range(0, 1_500).boxed().toArray());

        ApiProblem problem = Bodies.refusal("{" + fields + "\"last\": 1}", ignored -> 1);

        assertThat(problem.code()).isEqualTo("validation_failed");
        assertThat(problem).hasMessageContaining("1501 errors, of which 1000 are listed");
        assertThat(Bodies.errors(problem)).hasSize(1_000);
    }
}
