package io.orderflow.orderservice.order.web;

import static io.orderflow.orderservice.order.web.OrderBodies.LINE;
import static io.orderflow.orderservice.order.web.OrderBodies.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row B14: only users come in, each to its tenant and only to what there is. */
class AuthenticationIT {

    @RegisterExtension
    final RefusalCheck refused = new RefusalCheck();

    private final OrderServiceNode node = OrderServiceNode.shared();
    private final Http http = node.http();

    @Test
    void onlyUsersComeInAndOnlyToWhatThereIs() {
        for (String path : List.of(
                "/orders",
                "/orders/x/lines/y/retry",
                "/order-summaries",
                "/v3/api-docs",
                "/swagger-ui.html",
                "/actuator",
                "/actuator/env",
                "/",
                "/error")) {
            Http.Response anonymous = refused.of(http.send(http.anonymousRequest(path)));
            assertThat(anonymous.status()).as(path).isEqualTo(401);
            assertThat(anonymous.code()).isEqualTo("unauthenticated");
            assertThat(anonymous.header("WWW-Authenticate")).startsWith("Basic");
        }
        assertThat(refused.of(http.as("alice", "wrong").get("/orders")).status())
                .isEqualTo(401);
        assertThat(refused.of(http.as("nobody", "alice-secret").get("/orders")).status())
                .isEqualTo(401);
        for (String path : List.of("/", "/actuator", "/actuator/env", "/actuator/heapdump", "/error", "/ordersx")) {
            Http.Response nothing = refused.of(http.get(path));
            assertThat(nothing.status()).as(path).isEqualTo(404);
            assertThat(nothing.code()).isEqualTo("not_found");
        }
        assertThat(http.get("/orders").header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic !!!",
                "Basic YWxpY2U=",
                "Bearer eyJhbGciOiJub25lIn0.eyJ0ZW5hbnQiOiJ0ZW5hbnRfZGVtbyJ9.",
                "Digest username=\"alice\"",
                "alice:alice-secret"
            })
    void credentialsThatAreNone(String authorization) {
        Http.Response response =
                refused.of(http.send(http.anonymousRequest("/orders").header("Authorization", authorization)));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.code()).isEqualTo("unauthenticated");
    }

    @Test
    void whoeverNamesTwoCallersIsNobody() {
        String bob = "Basic " + Base64.getEncoder().encodeToString("bob:bob-secret".getBytes());

        assertThat(refused.of(http.send(http.request("/orders").header("Authorization", bob)))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anOperatorIsNoUserAndAUserNoOperator() {
        assertThat(refused.of(node.httpOfOperator().get("/orders")).status()).isEqualTo(401);
        assertThat(refused.of(http.get("/operations/dead-letters")).status()).isEqualTo(401);
    }

    @Test
    void noHeaderAndNoParameterChoosesTheTenant() {
        Http.Response created = http.send(http.request("/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Tenant-Id", OrderServiceNode.OTHER_TENANT)
                .header("tenantId", OrderServiceNode.OTHER_TENANT)
                .POST(BodyPublishers.ofString(order(LINE))));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().get("tenantId").asText()).isEqualTo(OrderServiceNode.TENANT);
        assertThat(refused.of(http.get("/orders?tenantId=" + OrderServiceNode.OTHER_TENANT))
                        .code())
                .isEqualTo("invalid_parameter");
    }
}
