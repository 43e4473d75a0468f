package io.orderflow.fulfillmentmock.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderflow.httpapi.json.FieldError;
import io.orderflow.httpapi.json.JsonBodies;
import io.orderflow.httpapi.problem.ApiProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceBodyTest {

    private static final String LINE =
            """
            {"quoteLineId": "1", "offerId": "BANK CHARGES", "action": "ADD", "quantity": 2, "unitPrice": "12.50"}""";

    @Test
    void aWholeBodyIsRead() throws Exception {
        Acceptance acceptance = read(body(LINE));
        assertThat(acceptance)
                .isEqualTo(new Acceptance(
                        "cust_1",
                        "user_42",
                        "GBP",
                        List.of(new QuoteLine(
                                "1", "BANK CHARGES", LineAction.ADD, 2, new BigDecimal("12.50"), null, List.of()))));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        String line =
                """
                {"quoteLineId": "", "offerId": 7, "action": "SELL", "quantity": 0, "unitPrice": "1.5",
                 "description": "\\u0000", "dependsOn": ["2", null], "status": "OPEN"}""";
        String body = "{\"acceptedBy\": null, \"currency\": \"gbp\", \"tenantId\": \"t\", \"lines\": [" + LINE + ","
                + line + ", 3]}";
        assertThat(errors(body))
                .containsExactlyInAnyOrder(
                        "required /customerId",
                        "required /acceptedBy",
                        "invalid_value /currency",
                        "unknown_field /tenantId",
                        "required /lines/1/quoteLineId",
                        "type_mismatch /lines/1/offerId",
                        "invalid_value /lines/1/action",
                        "out_of_range /lines/1/quantity",
                        "invalid_value /lines/1/unitPrice",
                        "invalid_text /lines/1/description",
                        "type_mismatch /lines/1/dependsOn/1",
                        "unknown_field /lines/1/status",
                        "type_mismatch /lines/2");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"3\"', type_mismatch",
        "1.5, type_mismatch",
        "1e400, type_mismatch",
        "true, type_mismatch",
        "0, out_of_range",
        "-1, out_of_range",
        "2147483648, out_of_range",
        "9223372036854775808, out_of_range"
    })
    void aQuantityIsAWholeNumberWithinLimits(String quantity, String code) {
        String line = LINE.replace("\"quantity\": 2", "\"quantity\": " + quantity);
        assertThat(errors(body(line))).containsExactly(code + " /lines/0/quantity");
    }

    @Test
    void aQuoteHasAFewLinesButNotTooMany() {
        assertThat(errors(body(""))).containsExactly("too_few /lines");
        assertThat(errors(body("1,".repeat(10_000) + "1"))).containsExactly("too_many /lines");
    }

    private static Acceptance read(String body) throws IOException {
        return JsonBodies.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), Acceptance::from);
    }

    /** Code and field of everything that is wrong with a body. */
    private static List<String> errors(String body) {
        ApiProblem problem = catchThrowableOfType(ApiProblem.class, () -> read(body));
        return ((List<?>) problem.properties().get("errors"))
                .stream()
                        .map(FieldError.class::cast)
                        .map(error -> error.code() + " " + error.field())
                        .toList();
    }

    private static String body(String lines) {
        return "{\"customerId\": \"cust_1\", \"acceptedBy\": \"user_42\", \"currency\": \"GBP\", \"lines\": [" + lines
                + "]}";
    }
}
