package io.orderflow.orderservice.order.web;

import static io.orderflow.orderservice.order.web.RefusalCheck.errors;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row B19: pages that there are not, and times that nobody means. */
class QueryParametersIT {

    @RegisterExtension
    final RefusalCheck refused = new RefusalCheck();

    private final Http http = OrderServiceNode.shared().http();

    @ParameterizedTest
    @CsvSource({
        "status=DONE, invalid_parameter, status",
        "status=ACTIVE&status=ACTIVE, invalid_parameter, status",
        "page=-1, invalid_parameter, page",
        "page=x, invalid_parameter, page",
        "size=0, invalid_parameter, size",
        "size=501, invalid_parameter, size",
        "size=1000000, invalid_parameter, size",
        "size=1000000000000, invalid_parameter, size",
        "sort=id, invalid_parameter, sort",
        "customerId=, invalid_parameter, customerId",
        "customerId=a%00b, invalid_parameter, customerId",
        "capturedSince=2026-02-30T00:00:00Z, invalid_date, capturedSince",
        "capturedSince=2026-02-03T00:00:00, invalid_date, capturedSince",
        "capturedSince=%2B999999999-12-31T23:59:59Z, invalid_date, capturedSince"
    })
    void queryParameters(String query, String code, String field) {
        Http.Response response = refused.of(http.get("/orders?" + query));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.code()).isEqualTo(code);
        assertThat(errors(response)).containsExactly(code + " " + field);
    }

    @Test
    void whatIsAllowedIsSaid() {
        assertThat(refused.of(http.get("/orders?status=DONE")).raw().body()).contains("ACTIVE", "COMPLETED");
        assertThat(refused.of(http.get("/orders?sort=id")).raw().body()).contains("capturedSince", "customerId");
        assertThat(refused.of(http.get("/orders?size=501")).raw().body()).contains("from 1 to 500");
    }

    @Test
    void severalWrongParametersAreToldTogether() {
        assertThat(errors(refused.of(http.get("/orders?page=-1&size=0&capturedSince=x"))))
                .containsExactlyInAnyOrder(
                        "invalid_parameter page", "invalid_parameter size", "invalid_date capturedSince");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/statistics?page=1", "/order-summaries?size=0", "/order-summaries?sort=x"})
    void otherListsAreAsStrict(String path) {
        assertThat(refused.of(http.get(path)).code()).isEqualTo("invalid_parameter");
    }

    @Test
    void aPageBehindTheLastIsEmpty() {
        Http.Response far = http.get("/orders?page=1000000&size=500");

        assertThat(far.status()).isEqualTo(200);
        assertThat(far.body().get("items")).isEmpty();
        assertThat(far.body().get("page").asInt()).isEqualTo(1_000_000);
    }
}
