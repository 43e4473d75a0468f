package io.orderflow.fulfillmentmock.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderflow.fulfillmentmock.api.Bodies;
import io.orderflow.fulfillmentmock.api.FieldProblem;
import java.math.BigDecimal;
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
        Acceptance acceptance = Bodies.read(body(LINE), Acceptance::from);
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
        assertThat(Bodies.problems(body, Acceptance::from))
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactlyInAnyOrder(
                        tuple("customerId", "required"),
                        tuple("acceptedBy", "required"),
                        tuple("currency", "invalid_value"),
                        tuple("tenantId", "unknown_field"),
                        tuple("lines[1].quoteLineId", "required"),
                        tuple("lines[1].offerId", "type_mismatch"),
                        tuple("lines[1].action", "invalid_value"),
                        tuple("lines[1].quantity", "out_of_range"),
                        tuple("lines[1].unitPrice", "invalid_value"),
                        tuple("lines[1].description", "invalid_text"),
                        tuple("lines[1].dependsOn[1]", "type_mismatch"),
                        tuple("lines[1].status", "unknown_field"),
                        tuple("lines[2]", "type_mismatch"));
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
        assertThat(Bodies.problems(body(line), Acceptance::from))
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(tuple("lines[0].quantity", code));
    }

    @Test
    void aQuoteHasAFewLinesButNotTooMany() {
        assertThat(Bodies.problems(body(""), Acceptance::from))
                .extracting(FieldProblem::code)
                .containsExactly("too_few");
        assertThat(Bodies.problems(body("1,".repeat(10_000) + "1"), Acceptance::from))
                .extracting(FieldProblem::code)
                .containsExactly("too_many");
    }

    private static String body(String lines) {
        return "{\"customerId\": \"cust_1\", \"acceptedBy\": \"user_42\", \"currency\": \"GBP\", \"lines\": [" + lines
                + "]}";
    }
}
