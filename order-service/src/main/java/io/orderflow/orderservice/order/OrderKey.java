package io.orderflow.orderservice.order;

/** An order is only ever named together with its tenant, so that no query can forget the tenant. */
public record OrderKey(String tenantId, String orderId) {

    /** The id of the line with this 1-based number. */
    String lineId(int number) {
        return orderId + "-" + number;
    }
}
