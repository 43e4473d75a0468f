package io.orderflow.orderservice.callback;

import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A provider that calls back, with its own idea of how to sign. */
public final class Callbacks {

    public static final String PATH = "/fulfillment-callbacks";

    private Callbacks() {}

    public static Http.Response send(Http http, String body) {
        return http.send(signed(http, OrderServiceNode.PROVIDER, OrderServiceNode.PROVIDER_SECRET, body));
    }

    /** As the same provider for another tenant. */
    public static Http.Response sendForOtherTenant(Http http, String body) {
        return http.send(
                signed(http, OrderServiceNode.PROVIDER, OrderServiceNode.PROVIDER_SECRET_FOR_OTHER_TENANT, body));
    }

    public static HttpRequest.Builder signed(Http http, String provider, String secret, String body) {
        long now = Instant.now().getEpochSecond();
        return unsigned(http, body)
                .header("Orderflow-Provider", provider)
                .header("Orderflow-Signature", "t=%d,v1=%s".formatted(now, mac(secret, now + "." + body)));
    }

    public static HttpRequest.Builder unsigned(Http http, String body) {
        return http.anonymousRequest(PATH)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    public static String completed(String callbackId, String orderId, int line, String reference) {
        return """
                {"callbackId": "%1$s", "type": "COMPLETED", "orderId": "%2$s", "orderLineId": "%2$s-%3$d", "attempt": 1,
                 "idempotencyKey": "%2$s-%3$d:1", "providerReference": "%4$s"}
                """
                .formatted(callbackId, orderId, line, reference);
    }

    static String mac(String secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
