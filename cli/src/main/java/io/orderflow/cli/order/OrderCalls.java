package io.orderflow.cli.order;

import io.orderflow.cli.stack.Answer;
import io.orderflow.cli.stack.Api;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.cli.stack.Stack;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** One call to the order service of the running stack. */
final class OrderCalls {

    private OrderCalls() {}

    @FunctionalInterface
    interface Call {
        Answer with(Api api) throws IOException, InterruptedException;
    }

    static Answer call(Call call) throws InterruptedException {
        Stack stack = Stack.require(System.getenv());
        try {
            return call.with(new Api(stack.orders(), stack.authorization()));
        } catch (IOException e) {
            throw new Refusal("order-service does not answer at " + stack.orders() + ". Next: ./orderflow status");
        }
    }

    /** The address of an order, and of what belongs to it. */
    static String path(String orderId, String... more) {
        StringBuilder path = new StringBuilder("/orders/").append(encode(orderId));
        for (String part : more) {
            path.append('/').append(encode(part));
        }
        return path.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
