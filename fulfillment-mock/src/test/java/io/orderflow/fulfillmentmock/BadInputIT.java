package io.orderflow.fulfillmentmock;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.fulfillmentmock.MockNode.Response;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers get wrong about scenarios, outages and approvals has a stable code each. */
class BadInputIT {

    private static MockNode node;

    @BeforeAll
    static void start() {
        node = MockNode.start(TestPostgres.newDatabase());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PUT    | /fulfillment-scenarios                     |                                                  | malformed_json",
                "PUT    | /fulfillment-scenarios                     | []                                               | type_mismatch",
                "PUT    | /fulfillment-scenarios                     | {}                                               | required",
                "PUT    | /fulfillment-scenarios                     | {\"behaviour\": \"EXPLODE\"}                     | invalid_value",
                "PUT    | /fulfillment-scenarios                     | {\"behaviour\": \"FAIL\", \"behaviour\": \"FAIL\"} | duplicate_key",
                "PUT    | /fulfillment-scenarios                     | {\"behaviour\": \"FAIL\", \"colour\": 1}         | unknown_field",
                "PUT    | /fulfillment-scenarios                     | {\"behaviour\": \"FAIL\", \"failures\": 0}       | out_of_range",
                "PUT    | /fulfillment-scenarios                     | {\"behaviour\": \"FAIL\", \"failures\": \"1\"}   | type_mismatch",
                "PUT    | /fulfillment-scenarios                     | {\"behaviour\": \"DUPLICATE\", \"copies\": 11}   | out_of_range",
                "PUT    | /fulfillment-scenarios                     | {\"behaviour\": \"FAIL\", \"errorCode\": \"No\"} | invalid_value",
                "PUT    | /fulfillment-scenarios                     | {\"behaviour\": \"FAIL\", \"errorMessage\": \" \"} | required",
                "PUT    | /fulfillment-scenarios                     | {\"behaviour\": \"FAIL\", \"offerId\": \"\"}     | required",
                "PUT    | /fulfillment-scenarios                     | {\"behaviour\": \"FAIL\", \"offerId\": \"a\", \"orderLineId\": \"b\"} | ambiguous_target",
                "PUT    | /fulfillment-scenarios                     | {\"behaviour\": \"FAIL\", \"minLatencyMillis\": 1} | required",
                "PUT    | /fulfillment-scenarios                     | {\"behaviour\": \"FAIL\", \"minLatencyMillis\": 2, \"maxLatencyMillis\": 1} | out_of_range",
                "DELETE | /fulfillment-scenarios?offer=a             |                                                  | invalid_parameter",
                "DELETE | /fulfillment-scenarios?offerId=a&orderLineId=b |                                              | ambiguous_target",
                "POST   | /fulfillment-outage                        | {\"seconds\": 0}                                 | out_of_range",
                "POST   | /fulfillment-outage                        | {}                                               | required",
                "PUT    | /approval-policy                           | {\"behaviour\": \"MAYBE\"}                       | invalid_value",
                "PUT    | /approval-policy                           | {\"behaviour\": \"GRANT\", \"declineAbove\": 12} | type_mismatch",
                "PUT    | /approval-policy                           | {\"behaviour\": \"GRANT\", \"declineAbove\": \"1e3\"} | invalid_value",
                "POST   | /approvals                                 | {\"orderId\": \"a\", \"decision\": \"GRANTED\", \"approver\": \"b\"} | required",
                "POST   | /approvals                                 | {\"orderId\": \"a\", \"decision\": \"OK\", \"approver\": \"b\", \"reason\": \"c\"} | invalid_value",
                "GET    | /approvals                                 |                                                  | required",
                "GET    | /notifications?orderId=a%00                |                                                  | invalid_text"
            })
    void isRefusedWithItsCode(String method, String path, String body, String code) {
        Response response =
                node.send(MockNode.as("demo").method(method, BodyPublishers.ofString(body == null ? "" : body)), path);
        assertThat(response.json().path("code").asText())
                .as(response.raw().body())
                .isEqualTo(code);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Response refused = node.put(
                "/fulfillment-scenarios",
                "{\"behaviour\": \"X\", \"failures\": 0, \"errorCode\": \"X\", \"colour\": \"red\"}");
        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("/behaviour", "/failures", "/errorCode", "/colour");
    }

    @Test
    void whatIsSaidIsWhatIsListedUntilItIsTakenBack() {
        node.put("/fulfillment-scenarios", "{\"offerId\": \"85123A\", \"behaviour\": \"LOSE\", \"failures\": null}");
        node.put(
                "/fulfillment-scenarios",
                "{\"behaviour\": \"FAIL\", \"minLatencyMillis\": 1, \"maxLatencyMillis\": 2}");
        assertThat(node.get("/fulfillment-scenarios").json().path("items").findValuesAsText("behaviour"))
                .containsExactly("FAIL", "LOSE");
        assertThat(node.get("/fulfillment-scenarios")
                        .json()
                        .at("/items/0/maxLatencyMillis")
                        .asInt())
                .isEqualTo(2);
        assertThat(node.get("/fulfillment-scenarios")
                        .json()
                        .at("/items/1/offerId")
                        .asText())
                .isEqualTo("85123A");
        assertThat(node.send(MockNode.as("other").GET(), "/fulfillment-scenarios")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(node.delete("/fulfillment-scenarios?offerId=85123A")
                        .json()
                        .path("removed")
                        .asInt())
                .isEqualTo(1);
        assertThat(node.delete("/fulfillment-scenarios").json().path("removed").asInt())
                .isEqualTo(1);
    }
}
