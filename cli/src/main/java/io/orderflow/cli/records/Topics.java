package io.orderflow.cli.records;

import java.util.List;

/** The topics whose records tell an order's story; all have the order's id as their key. */
public final class Topics {

    public static final String ORDERS = "oms.order.events.v1";
    public static final String ORCHESTRATION = "oms.orchestration.events.v1";
    public static final String FULFILLMENT = "oms.fulfillment.integration.v1";
    public static final String APPROVALS = "cpq.approval.events.v1";

    public static final List<String> OF_AN_ORDER = List.of(ORDERS, ORCHESTRATION, FULFILLMENT, APPROVALS);

    private Topics() {}
}
