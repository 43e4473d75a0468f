package io.orderflow.orderservice.order.web;

import static io.orderflow.orderservice.order.web.OrderBodies.LINE;
import static io.orderflow.orderservice.order.web.OrderBodies.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows B1, B7, B8 and B9: bodies that are no JSON, or not JSON that anybody should read. */
class BodySyntaxIT {

    @RegisterExtension
    final RefusalCheck refused = new RefusalCheck();

    private final Http http = OrderServiceNode.shared().http();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                     | malformed_json | line 1, column 1",
                "`{`                                    | malformed_json | line 1, column 2",
                "`{\"quoteId\": \"q\",\n  }`            | malformed_json | line 2, column 3",
                "`{\"quoteId\": NaN}`                   | malformed_json | line 1",
                "`{} {}`                                | malformed_json | line 1",
                "`not json`                             | malformed_json | line 1",
                "`{\"quoteId\": \"a\", \"quoteId\": \"b\"}` | duplicate_key  | line 1",
                "`[]`                                   | type_mismatch  | JSON object",
                "`null`                                 | type_mismatch  | JSON object"
            })
    void bodiesThatAreNotAnObject(String body, String code, String detail) {
        Http.Response response = refused.of(http.capture(body == null ? "" : body));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.code()).isEqualTo(code);
        assertThat(response.body().get("detail").asText()).contains(detail);
    }

    @Test
    void aKeyTwiceDeepInsideIsRefusedToo() {
        assertThat(refused.of(http.capture(order(LINE.replace("\"quantity\": 1", "\"quantity\": 1, \"quantity\": 2"))))
                        .code())
                .isEqualTo("duplicate_key");
    }

    @Test
    void deepBodiesAndHugeNumbersAreRefused() {
        String deep = "{\"lines\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertThat(refused.of(http.capture(deep)).code()).isEqualTo("too_deep");
        assertThat(refused.of(http.capture("{\"a\": ".repeat(10_000) + "1" + "}".repeat(10_000)))
                        .code())
                .isEqualTo("too_deep");
        assertThat(refused.of(http.capture("{\"quoteId\": " + "9".repeat(100_000) + "}"))
                        .code())
                .isEqualTo("too_deep");
    }

    @Test
    void textThatCannotBeStored() {
        assertThat(RefusalCheck.errors(refused.of(http.capture(order(LINE).replace("\"c\"", "\"c\\u0000\"")))))
                .containsExactly("invalid_text /customerId");
        assertThat(RefusalCheck.errors(refused.of(http.capture(order(LINE).replace("\"c\"", "\"c\\ud800\"")))))
                .containsExactly("invalid_text /customerId");
        assertThat(RefusalCheck.errors(refused.of(http.capture(order(LINE).replace("\"c\"", "\"c\\r\\n\"")))))
                .containsExactly("invalid_text /customerId");
        assertThat(refused.of(http.capture(order(LINE).replace("\"c\"", "\"c\", \"x\\ud800\": 1")))
                        .code())
                .isEqualTo("malformed_json");
        assertThat(refused.of(http.captureBytes(
                                BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"', '}'})))
                        .code())
                .isEqualTo("invalid_text");
        assertThat(refused.of(http.captureBytes(BodyPublishers.ofString("{}", StandardCharsets.UTF_16)))
                        .status())
                .isEqualTo(400);
    }
}
