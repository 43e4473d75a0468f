package io.orderflow.fulfillmentmock.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.fulfillmentmock.scenarios.Plan;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FulfillmentRequestTest {

    @Test
    void linesAreInTheOrderInWhichPeopleCount() {
        assertThat(Stream.of("b-1", "a-10", "a-9", "a-100", "a-1")
                        .map(FulfillmentRequestTest::request)
                        .sorted(FulfillmentRequest.IN_LINE_ORDER)
                        .map(FulfillmentRequest::orderLineId))
                .containsExactly("a-1", "a-9", "a-10", "a-100", "b-1");
    }

    @Test
    void theProviderKnowsARequestByItsTenantAndKey() {
        String reference = ProviderReference.of("tenant_demo", "a-1:1");
        assertThat(reference).matches("prov_[0-9a-f]{20}").isEqualTo(ProviderReference.of("tenant_demo", "a-1:1"));
        assertThat(reference)
                .isNotEqualTo(ProviderReference.of("tenant_other", "a-1:1"))
                .isNotEqualTo(ProviderReference.of("tenant_demo", "a-1:2"));
    }

    private static FulfillmentRequest request(String lineId) {
        String orderId = lineId.substring(0, lineId.indexOf('-'));
        return new FulfillmentRequest(
                "tenant_demo",
                orderId,
                lineId,
                1,
                lineId + ":1",
                "offer",
                "ADD",
                1,
                "prov_1",
                Plan.SUCCESS,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                0,
                new UUID(0, 1),
                "corr_1",
                null);
    }
}
