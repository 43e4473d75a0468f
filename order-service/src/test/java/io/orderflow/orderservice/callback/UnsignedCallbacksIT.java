package io.orderflow.orderservice.callback;

import static io.orderflow.orderservice.order.web.RefusalCheck.withoutTrace;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.web.OrdersInProgress;
import io.orderflow.orderservice.order.web.RefusalCheck;
import io.orderflow.orderservice.order.web.TroubledNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever does not sign is nobody, whatever else is right or wrong about the request. */
class UnsignedCallbacksIT {

    @RegisterExtension
    final RefusalCheck refused = new RefusalCheck();

    private final OrderServiceNode node = OrderServiceNode.shared();
    private final Http http = node.http();

    @Test
    void allAreToldTheSame() {
        String id = OrdersInProgress.requested(node, 1);
        String body = Callbacks.completed("cb-" + UUID.randomUUID(), id, 1, "job-77");
        HttpRequest.Builder altered = Callbacks.signed(
                        http, OrderServiceNode.PROVIDER, OrderServiceNode.PROVIDER_SECRET, body)
                .POST(BodyPublishers.ofString(body.replace("job-77", "job-78")));

        List<Http.Response> responses = List.of(
                http.send(Callbacks.unsigned(http, body)),
                http.send(Callbacks.unsigned(http, "{")),
                http.send(http.anonymousRequest(Callbacks.PATH)),
                http.send(http.anonymousRequest(Callbacks.PATH).header("Accept", "application/xml")),
                http.postJson(Callbacks.PATH, body),
                http.send(Callbacks.signed(http, OrderServiceNode.PROVIDER, "x".repeat(32), body)),
                http.send(Callbacks.signed(http, "nobody", OrderServiceNode.PROVIDER_SECRET, body)),
                http.send(Callbacks.unsigned(http, body)
                        .header("Orderflow-Provider", OrderServiceNode.PROVIDER)
                        .header(
                                "Orderflow-Signature",
                                "t=1,v1=" + Callbacks.mac(OrderServiceNode.PROVIDER_SECRET, "1." + body))),
                http.send(altered));

        for (Http.Response response : responses) {
            assertThat(refused.of(response).status()).isEqualTo(401);
            assertThat(response.header("WWW-Authenticate")).isEqualTo("Orderflow-Signature");
            assertThat(withoutTrace(response)).isEqualTo(withoutTrace(responses.get(0)));
        }
        assertThat(OrdersInProgress.line(http, id, 1).get("status").asText()).isEqualTo("REQUESTED");
    }

    @Test
    void aSignatureOpensThisPathOnlyAndOnlyItsMethod() {
        String body = "{}";
        Http.Response get = refused.of(
                http.send(Callbacks.signed(http, OrderServiceNode.PROVIDER, OrderServiceNode.PROVIDER_SECRET, "")
                        .GET()));
        assertThat(get.status()).isEqualTo(405);
        assertThat(get.header("Allow")).isEqualTo("POST");
        assertThat(refused.of(http.send(Callbacks.signed(
                                        http, OrderServiceNode.PROVIDER, OrderServiceNode.PROVIDER_SECRET, body)
                                .setHeader("Content-Type", "application/xml")))
                        .status())
                .isEqualTo(415);
        for (String path : List.of("/orders", Callbacks.PATH + "/x", Callbacks.PATH + "/")) {
            HttpRequest.Builder elsewhere =
                    Callbacks.signed(http, OrderServiceNode.PROVIDER, OrderServiceNode.PROVIDER_SECRET, body);
            elsewhere.uri(http.anonymousRequest(path).build().uri());
            assertThat(refused.of(http.send(elsewhere)).status()).as(path).isEqualTo(401);
        }
    }

    @Test
    void withoutAnyProviderThereIsNoSuchPath() {
        Http closed = TroubledNode.running().http();
        String body = Callbacks.completed("cb", "ord_" + "0".repeat(32), 1, "r");

        assertThat(refused.of(Callbacks.send(closed, body)).status()).isEqualTo(401);
        assertThat(refused.of(closed.send(Callbacks.signed(closed, "", "x", body)))
                        .status())
                .isEqualTo(401);
        assertThat(refused.of(closed.send(Callbacks.unsigned(closed, body))).status())
                .isEqualTo(401);
        assertThat(refused.of(closed.postJson(Callbacks.PATH, body)).status())
                .as("not even for users")
                .isEqualTo(404);
    }
}
