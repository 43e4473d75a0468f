package io.orderflow.orderservice.order.web.generated;

import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.web.OrdersInProgress;
import java.util.ArrayList;
import java.util.List;

/** Orders in all states, so that a request that is bent a little still reaches something. */
record Known(List<String> orders) {

    private static final int OF_EACH = 15;

    static Known on(OrderServiceNode node) {
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            orders.add(OrdersInProgress.requested(node, 3));
            orders.add(OrdersInProgress.failed(node, 3));
            orders.add(OrdersInProgress.completed(node, 2));
            String cancelled = OrdersInProgress.requested(node, 2);
            node.http().cancel(cancelled);
            orders.add(cancelled);
        }
        return new Known(List.copyOf(orders));
    }
}
