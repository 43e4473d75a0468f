package io.orderflow.orderservice.order.web;

import io.orderflow.httpapi.problem.ApiProblem;
import io.orderflow.httpapi.users.ApiUser;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.OrderIds;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** Reads the ids that stand in paths. */
final class OrderPaths {

    private static final Pattern LINE_ID = Pattern.compile("ord_[0-9a-f]{32}-[1-9][0-9]{0,4}");

    private OrderPaths() {}

    /** The order of that id in the caller's tenant; whether there is one is another question. */
    static OrderKey order(String id, ApiUser user) {
        if (!OrderIds.isOrderId(id)) {
            throw invalid("The id of an order is ord_ and 32 hexadecimal digits.");
        }
        return new OrderKey(user.tenantId(), id);
    }

    /** The id itself, if it could be the id of a line at all. */
    static String line(String id) {
        if (!LINE_ID.matcher(id).matches()) {
            throw invalid("The id of a line is the id of its order, a dash and a number.");
        }
        return id;
    }

    private static ApiProblem invalid(String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "invalid_id", detail);
    }
}
