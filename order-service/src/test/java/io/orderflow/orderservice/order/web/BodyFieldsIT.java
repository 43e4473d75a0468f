package io.orderflow.orderservice.order.web;

import static io.orderflow.orderservice.order.web.OrderBodies.LINE;
import static io.orderflow.orderservice.order.web.OrderBodies.dependsOn;
import static io.orderflow.orderservice.order.web.OrderBodies.lines;
import static io.orderflow.orderservice.order.web.OrderBodies.order;
import static io.orderflow.orderservice.order.web.RefusalCheck.errors;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows B3 to B6: well-formed bodies that are no order. */
class BodyFieldsIT {

    @RegisterExtension
    final RefusalCheck refused = new RefusalCheck();

    private final Http http = OrderServiceNode.shared().http();

    @Test
    void everyErrorIsListedAtOnce() {
        Http.Response response = refused.of(
                http.capture(
                        "   ",
                        """
                {"customerId": 7, "currency": "ZZZ", "status": "COMPLETED", "tenantId": "tenant_other", "lines": [
                  {"quoteLineId": "1", "offerId": "", "action": "BUY", "quantity": "3", "unitPrice": 1.5,
                   "dependsOn": ["1", "9"]},
                  {"quoteLineId": "1", "offerId": "O", "action": "ADD", "quantity": 0, "unitPrice": "-1",
                   "a/b~c": 1},
                  7]}
                """));

        assertThat(response.code()).isEqualTo("validation_failed");
        assertThat(errors(response))
                .containsExactlyInAnyOrder(
                        "idempotency_key_invalid Idempotency-Key",
                        "required /quoteId",
                        "type_mismatch /customerId",
                        "unknown_currency /currency",
                        "unknown_field /status",
                        "unknown_field /tenantId",
                        "required /lines/0/offerId",
                        "invalid_value /lines/0/action",
                        "type_mismatch /lines/0/quantity",
                        "type_mismatch /lines/0/unitPrice",
                        "out_of_range /lines/1/quantity",
                        "out_of_range /lines/1/unitPrice",
                        "unknown_field /lines/1/a~1b~0c",
                        "type_mismatch /lines/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "tenantId", "version", "id", "capturedAt", "__proto__", "QuoteId"})
    void fieldsThatAreNotTheCallersToSet(String field) {
        Http.Response response =
                refused.of(http.capture(order(LINE).replaceFirst("\\{", "{\"" + field + "\": \"x\", ")));

        assertThat(response.code()).isEqualTo("unknown_field");
        assertThat(errors(response)).containsExactly("unknown_field /" + field);
    }

    @Test
    void emptyObjectsMissEveryField() {
        assertThat(errors(refused.of(http.capture("{}"))))
                .containsExactlyInAnyOrder(
                        "required /quoteId", "required /customerId", "required /currency", "required /lines");
        assertThat(errors(refused.of(http.capture(order("{}")))))
                .containsExactlyInAnyOrder(
                        "required /lines/0/quoteLineId",
                        "required /lines/0/offerId",
                        "required /lines/0/action",
                        "required /lines/0/quantity",
                        "required /lines/0/unitPrice");
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
    void quantities(String quantity, String code) {
        Http.Response response =
                refused.of(http.capture(order(LINE.replace("\"quantity\": 1", "\"quantity\": " + quantity))));

        assertThat(response.code()).isEqualTo(code);
        assertThat(errors(response)).containsExactly(code + " /lines/0/quantity");
    }

    @ParameterizedTest
    @CsvSource({
        "1.00, type_mismatch",
        "'\"\"', type_mismatch",
        "'\"1,00\"', type_mismatch",
        "'\"1e3\"', type_mismatch",
        "'\"NaN\"', type_mismatch",
        "'\"-0.01\"', out_of_range",
        "'\"1000000000\"', out_of_range",
        "'\"0.0000001\"', out_of_range"
    })
    void prices(String price, String code) {
        Http.Response response = refused.of(http.capture(order(LINE.replace("\"1.00\"", price))));

        assertThat(errors(response)).containsExactly(code + " /lines/0/unitPrice");
    }

    @Test
    void linesThatDoNotFitTogether() {
        assertThat(refused.of(http.capture(order(""))).code()).isEqualTo("too_few");
        assertThat(refused.of(http.capture(order(LINE + "," + LINE))).code()).isEqualTo("duplicate_line");
        assertThat(errors(refused.of(http.capture(order(dependsOn("1", "2") + "," + dependsOn("2", "1"))))))
                .containsExactly("dependency_cycle /lines/1/dependsOn/0");
        assertThat(errors(refused.of(http.capture(order(dependsOn("1", "1"))))))
                .containsExactly("self_dependency /lines/0/dependsOn/0");
        assertThat(errors(refused.of(http.capture(order(dependsOn("1", "7"))))))
                .containsExactly("unknown_dependency /lines/0/dependsOn/0");
    }

    @Test
    void tenThousandLinesAreAcceptedAndOneMoreIsNot() {
        assertThat(http.capture(order(lines(10_000))).status()).isEqualTo(201);
        assertThat(refused.of(http.capture(order(lines(10_001)))).code()).isEqualTo("too_many");
    }

    @Test
    void thousandsOfErrorsAreCutShort() {
        String fields = String.join(
                ",",
                IntStream.range(0, 5_000).mapToObj(i -> "\"f" + i + "\": 1").toList());
        Http.Response response = refused.of(http.capture("{" + fields + "}"));

        assertThat(response.code()).isEqualTo("validation_failed");
        assertThat(response.body().get("errors")).hasSize(1_000);
        assertThat(response.body().get("detail").asText()).startsWith("5004 errors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \"\"}", "{\"reason\": 7}", "{\"reason\": \"x\", \"force\": true}"})
    void changesWithoutAReason(String body) {
        String id = http.capture(order(LINE)).body().get("id").asText();

        for (String change :
                new String[] {"/cancellation", "/lines/" + id + "-1/retry", "/lines/" + id + "-1/waiver"}) {
            assertThat(refused.of(http.postJson("/orders/" + id + change, body)).status())
                    .as(change)
                    .isEqualTo(400);
        }
        assertThat(http.get("/orders/" + id).body().get("status").asText()).isEqualTo("VALIDATED");
    }
}
