package io.orderflow.orderservice.order.usecase;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.orderservice.order.OrderKey;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names for new orders; time-ordered, so that indexes grow at one end. */
public final class OrderIds {

    private static final Pattern ORDER_ID = Pattern.compile("ord_[0-9a-f]{32}");

    private OrderIds() {}

    /** Whether text could be the id of an order at all. */
    public static boolean isOrderId(String text) {
        return ORDER_ID.matcher(text).matches();
    }

    static OrderKey next(String tenantId) {
        return new OrderKey(tenantId, "ord_" + compact(UuidCreator.getTimeOrderedEpoch()));
    }

    static String nextCorrelation() {
        return "corr_" + compact(UuidCreator.getTimeOrderedEpoch());
    }

    private static String compact(UUID uuid) {
        return uuid.toString().replace("-", "");
    }
}
