package io.orderflow.orderservice.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Row B2 and the first half of B20: media types and methods that nothing here takes. */
class MediaTypesAndMethodsIT {

    private static final String ORDER = "/orders/ord_" + "0".repeat(32);

    @RegisterExtension
    final RefusalCheck refused = new RefusalCheck();

    private final Http http = OrderServiceNode.shared().http();

    @Test
    void mediaTypes() {
        for (String path : List.of("/orders", ORDER + "/cancellation", ORDER + "/lines/x/retry")) {
            Http.Response xml = refused.of(http.send(http.request(path)
                    .header("Content-Type", "application/xml")
                    .POST(BodyPublishers.ofString("<order/>"))));
            assertThat(xml.status()).as(path).isEqualTo(415);
            assertThat(xml.code()).isEqualTo("unsupported_media_type");
            assertThat(xml.header("Accept")).contains("application/json");
        }
        assertThat(refused.of(http.send(http.request("/orders").POST(BodyPublishers.ofString("{}"))))
                        .status())
                .as("none at all")
                .isEqualTo(415);

        for (String accept : List.of("application/xml", "nonsense")) {
            Http.Response other = refused.of(http.send(http.request("/orders").header("Accept", accept)));
            assertThat(other.status()).isEqualTo(406);
            assertThat(other.code()).isEqualTo("not_acceptable");
        }
    }

    @Test
    void methods() {
        Http.Response put = refused.of(http.send(http.request("/orders").PUT(BodyPublishers.ofString("{}"))));
        assertThat(put.status()).isEqualTo(405);
        assertThat(put.code()).isEqualTo("method_not_allowed");
        assertThat(put.header("Allow")).contains("GET").contains("POST");
        for (String method : List.of("DELETE", "PATCH", "PUT")) {
            Http.Response response = refused.of(http.send(http.request(ORDER).method(method, BodyPublishers.noBody())));
            assertThat(response.status()).as(method).isEqualTo(405);
            assertThat(response.header("Allow")).contains("GET").doesNotContain(method);
        }
        Http.Response retry = refused.of(http.get(ORDER + "/lines/x/retry"));
        assertThat(retry.status()).isEqualTo(405);
        assertThat(retry.header("Allow")).isEqualTo("POST");
        assertThat(refused.of(http.get("/orders/a/b/c")).status()).isEqualTo(404);
    }
}
