package io.orderflow.fulfillmentmock.replay;

import io.orderflow.fulfillmentmock.provider.RequestedFulfillment;
import java.util.UUID;

/**
 * A request as an event asked for it.
 *
 * @param partition where the event stands
 * @param offset where the event stands
 */
record ExpectedRequest(String tenantId, RequestedFulfillment request, int partition, long offset) {

    String providerReference() {
        return request.providerReference(tenantId);
    }

    UUID eventId() {
        return request.eventId();
    }
}
