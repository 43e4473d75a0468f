package io.orderflow.orderservice.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a caller sends, it is told what is wrong: with a stable code, and never a word about the inside. */
class BadInputIT {

    private static final String LINE =
            """
            {"quoteLineId": "1", "offerId": "O", "action": "ADD", "quantity": 1, "unitPrice": "1.00"}
            """;

    private final OrderServiceNode node = OrderServiceNode.shared();
    private final Http http = node.http();
    private final List<Http.Response> refused = new ArrayList<>();

    @AfterEach
    void everyRefusalIsAProblemThatTellsNothingAboutTheInside() {
        for (Http.Response response : refused) {
            assertThat(response.status()).isBetween(400, 499);
            assertThat(response.header("Content-Type")).startsWith("application/problem+json");
            assertThat(response.body().fieldNames())
                    .toIterable()
                    .startsWith("type", "title", "status", "detail", "code", "traceId");
            assertThat(response.body().get("status").asInt()).isEqualTo(response.status());
            assertThat(response.body().get("traceId").asText()).matches("[0-9a-f]{32}");
            assertThat(response.code()).matches("[a-z][a-z_]+");
            assertThat(response.raw().body())
                    .doesNotContainPattern(
                            "(?i)exception|java\\.|org\\.|jackson|springframework|select |insert into|\\bat io\\.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                     | malformed_json | line 1, column 1",
                "`{`                                    | malformed_json | line 1, column 2",
                "`{\"quoteId\": \"q\",\n  }`            | malformed_json | line 2, column 3",
                "`{\"quoteId\": NaN}`                   | malformed_json | line 1",
                "`{} {}`                                | malformed_json | line 1",
                "`not json`                             | malformed_json | line 1",
                "`{\"quoteId\": \"a\", \"quoteId\": \"b\"}` | duplicate_key  | line 1",
                "`[]`                                   | type_mismatch  | JSON object",
                "`null`                                 | type_mismatch  | JSON object"
            })
    void bodiesThatAreNotAnObject(String body, String code, String detail) {
        Http.Response response = refused(http.capture(body == null ? "" : body));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.code()).isEqualTo(code);
        assertThat(response.body().get("detail").asText()).contains(detail);
    }

    @Test
    void everyErrorIsListedAtOnce() {
        Http.Response response = refused(
                http.capture(
                        "   ",
                        """
                {"customerId": 7, "currency": "ZZZ", "status": "COMPLETED", "tenantId": "tenant_other", "lines": [
                  {"quoteLineId": "1", "offerId": "", "action": "BUY", "quantity": "3", "unitPrice": 1.5,
                   "dependsOn": ["1", "9"]},
                  {"quoteLineId": "1", "offerId": "O", "action": "ADD", "quantity": 0, "unitPrice": "-1",
                   "a/b~c": 1},
                  7]}
                """));

        assertThat(response.code()).isEqualTo("validation_failed");
        assertThat(errors(response))
                .containsExactlyInAnyOrder(
                        "idempotency_key_invalid Idempotency-Key",
                        "required /quoteId",
                        "type_mismatch /customerId",
                        "unknown_currency /currency",
                        "unknown_field /status",
                        "unknown_field /tenantId",
                        "required /lines/0/offerId",
                        "invalid_value /lines/0/action",
                        "type_mismatch /lines/0/quantity",
                        "type_mismatch /lines/0/unitPrice",
                        "out_of_range /lines/1/quantity",
                        "out_of_range /lines/1/unitPrice",
                        "unknown_field /lines/1/a~1b~0c",
                        "type_mismatch /lines/2");
    }

    @Test
    void emptyObjectsMissEveryField() {
        assertThat(errors(refused(http.capture("{}"))))
                .containsExactlyInAnyOrder(
                        "required /quoteId", "required /customerId", "required /currency", "required /lines");
        assertThat(errors(refused(http.capture(order("{}")))))
                .containsExactlyInAnyOrder(
                        "required /lines/0/quoteLineId",
                        "required /lines/0/offerId",
                        "required /lines/0/action",
                        "required /lines/0/quantity",
                        "required /lines/0/unitPrice");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"3\"', type_mismatch",
        "1.5, type_mismatch",
        "1.0, type_mismatch",
        "1e400, type_mismatch",
        "true, type_mismatch",
        "null, required",
        "0, out_of_range",
        "-1, out_of_range",
        "2147483648, out_of_range",
        "9223372036854775808, out_of_range"
    })
    void quantities(String quantity, String code) {
        Http.Response response =
                refused(http.capture(order(LINE.replace("\"quantity\": 1", "\"quantity\": " + quantity))));

        assertThat(response.code()).isEqualTo(code);
        assertThat(errors(response)).containsExactly(code + " /lines/0/quantity");
    }

    @ParameterizedTest
    @CsvSource({
        "1.00, type_mismatch",
        "'\"\"', type_mismatch",
        "'\"1,00\"', type_mismatch",
        "'\"1e3\"', type_mismatch",
        "'\"NaN\"', type_mismatch",
        "'\"-0.01\"', out_of_range",
        "'\"1000000000\"', out_of_range",
        "'\"0.0000001\"', out_of_range"
    })
    void prices(String price, String code) {
        Http.Response response = refused(http.capture(order(LINE.replace("\"1.00\"", price))));

        assertThat(errors(response)).containsExactly(code + " /lines/0/unitPrice");
    }

    @Test
    void linesThatDoNotFitTogether() {
        assertThat(refused(http.capture(order(""))).code()).isEqualTo("too_few");
        assertThat(refused(http.capture(order(LINE + "," + LINE))).code()).isEqualTo("duplicate_line");
        assertThat(errors(refused(http.capture(order(dependsOn("1", "2") + "," + dependsOn("2", "1"))))))
                .containsExactly("dependency_cycle /lines/1/dependsOn/0");
        assertThat(errors(refused(http.capture(order(dependsOn("1", "1"))))))
                .containsExactly("self_dependency /lines/0/dependsOn/0");
        assertThat(errors(refused(http.capture(order(dependsOn("1", "7"))))))
                .containsExactly("unknown_dependency /lines/0/dependsOn/0");
    }

    @Test
    void tenThousandLinesAreAcceptedAndOneMoreIsNot() {
        assertThat(http.capture(order(lines(10_000))).status()).isEqualTo(201);
        assertThat(refused(http.capture(order(lines(10_001)))).code()).isEqualTo("too_many");
    }

    @Test
    void hugeAndDeepBodiesAreRefusedEarly() {
        String deep = "{\"lines\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertThat(refused(http.capture(deep)).code()).isEqualTo("too_deep");
        assertThat(refused(http.capture("{\"quoteId\": " + "9".repeat(100_000) + "}"))
                        .code())
                .isEqualTo("too_deep");
        assertThat(refused(http.capture(order(LINE).replace("q_", "q".repeat(5_000_000))))
                        .code())
                .isEqualTo("too_long");

        byte[] megabyte = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
        Http.Response tooLarge = refused(http.captureBytes(BodyPublishers.ofInputStream(() -> {
            InputStream chunks = InputStream.nullInputStream();
            for (int i = 0; i < 9; i++) {
                chunks = new SequenceInputStream(chunks, new ByteArrayInputStream(megabyte));
            }
            return chunks;
        })));
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.code()).isEqualTo("payload_too_large");
    }

    @Test
    void thousandsOfErrorsAreCutShort() {
        String fields = String.join(
                ",",
                IntStream.range(0, 5_000).mapToObj(i -> "\"f" + i + "\": 1").toList());
        Http.Response response = refused(http.capture("{" + fields + "}"));

        assertThat(response.code()).isEqualTo("validation_failed");
        assertThat(response.body().get("errors")).hasSize(1_000);
        assertThat(response.body().get("detail").asText()).startsWith("5004 errors");
    }

    @Test
    void textThatCannotBeStored() {
        assertThat(errors(refused(http.capture(order(LINE).replace("\"c\"", "\"c\\u0000\"")))))
                .containsExactly("invalid_text /customerId");
        assertThat(errors(refused(http.capture(order(LINE).replace("\"c\"", "\"c\\ud800\"")))))
                .containsExactly("invalid_text /customerId");
        assertThat(errors(refused(http.capture(order(LINE).replace("\"c\"", "\"c\\r\\n\"")))))
                .containsExactly("invalid_text /customerId");
        assertThat(refused(http.capture(order(LINE).replace("\"c\"", "\"c\", \"x\\ud800\": 1")))
                        .code())
                .isEqualTo("malformed_json");
        assertThat(refused(http.captureBytes(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"', '}'})))
                        .code())
                .isEqualTo("invalid_text");
        assertThat(refused(http.captureBytes(BodyPublishers.ofString("{}", StandardCharsets.UTF_16)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void idempotencyKeys() {
        HttpRequest.Builder withoutKey = http.request("/orders")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(order(LINE)));
        assertThat(refused(http.send(withoutKey)).code()).isEqualTo("idempotency_key_invalid");
        assertThat(refused(http.capture(" ", order(LINE))).code()).isEqualTo("idempotency_key_invalid");
        assertThat(refused(http.capture("k".repeat(300), order(LINE))).code()).isEqualTo("idempotency_key_invalid");
        HttpRequest.Builder twoKeys = http.request("/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "one")
                .header("Idempotency-Key", "two")
                .POST(BodyPublishers.ofString(order(LINE)));
        assertThat(refused(http.send(twoKeys)).code()).isEqualTo("idempotency_key_invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "status=DONE, invalid_parameter, status",
        "status=ACTIVE&status=ACTIVE, invalid_parameter, status",
        "page=-1, invalid_parameter, page",
        "page=x, invalid_parameter, page",
        "size=0, invalid_parameter, size",
        "size=501, invalid_parameter, size",
        "size=1000000000000, invalid_parameter, size",
        "sort=id, invalid_parameter, sort",
        "customerId=, invalid_parameter, customerId",
        "customerId=a%00b, invalid_parameter, customerId",
        "capturedSince=2026-02-30T00:00:00Z, invalid_date, capturedSince",
        "capturedSince=2026-02-03T00:00:00, invalid_date, capturedSince",
        "capturedSince=%2B999999999-12-31T23:59:59Z, invalid_date, capturedSince"
    })
    void queryParameters(String query, String code, String field) {
        Http.Response response = refused(http.get("/orders?" + query));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.code()).isEqualTo(code);
        assertThat(errors(response)).containsExactly(code + " " + field);
    }

    @Test
    void severalWrongParametersAreToldTogether() {
        assertThat(errors(refused(http.get("/orders?page=-1&size=0&capturedSince=x"))))
                .containsExactlyInAnyOrder(
                        "invalid_parameter page", "invalid_parameter size", "invalid_date capturedSince");
    }

    @Test
    void anOrderOfSomebodyElseIsNoOrder() {
        String id = http.capture(order(LINE)).body().get("id").asText();
        String nobody = "ord_" + UUID.randomUUID().toString().replace("-", "");
        Http other = node.httpOfOtherTenant();
        for (String path : List.of("", "/history")) {
            Http.Response foreign = refused(other.get("/orders/" + id + path));
            Http.Response unknown = refused(other.get("/orders/" + nobody + path));
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.code()).isEqualTo("order_not_found");
            assertThat(withoutTrace(foreign)).isEqualTo(withoutTrace(unknown));
        }
        assertThat(withoutTrace(refused(other.cancel(id)))).isEqualTo(withoutTrace(refused(other.cancel(nobody))));
        assertThat(http.get("/orders/" + id).body().get("status").asText()).isEqualTo("VALIDATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "ord_1", "ord_XYZ", "ord_'%20OR%201=1", "%F0%9F%98%80"})
    void idsThatAreNone(String id) {
        assertThat(refused(http.get("/orders/" + id)).code()).isEqualTo("invalid_id");
        assertThat(refused(http.cancel(id)).code()).isEqualTo("invalid_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/%2e%2e/x", "/orders/a%00b", "/orders/a;b=c", "/orders//x", "/orders/a%2Fb"})
    void pathsThatAreNone(String path) {
        assertThat(refused(http.get(path)).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \"\"}", "{\"reason\": 7}", "{\"reason\": \"x\", \"force\": true}"})
    void cancellationsWithoutAReason(String body) {
        String id = http.capture(order(LINE)).body().get("id").asText();

        assertThat(refused(http.postJson("/orders/" + id + "/cancellation", body))
                        .status())
                .isEqualTo(400);
        assertThat(http.get("/orders/" + id).body().get("status").asText()).isEqualTo("VALIDATED");
    }

    @Test
    void methodsAndMediaTypes() {
        Http.Response put = refused(http.send(http.request("/orders").PUT(BodyPublishers.ofString("{}"))));
        assertThat(put.status()).isEqualTo(405);
        assertThat(put.code()).isEqualTo("method_not_allowed");
        assertThat(put.header("Allow")).contains("GET").contains("POST");

        Http.Response xml = refused(http.send(http.request("/orders")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<order/>"))));
        assertThat(xml.status()).isEqualTo(415);
        assertThat(xml.code()).isEqualTo("unsupported_media_type");
        assertThat(xml.header("Accept")).contains("application/json");

        Http.Response asXml = refused(http.send(
                http.request("/orders").header("Accept", "application/xml").GET()));
        assertThat(asXml.status()).isEqualTo(406);
        assertThat(asXml.code()).isEqualTo("not_acceptable");
        assertThat(refused(http.send(http.request("/orders")
                                .header("Accept", "nonsense")
                                .GET()))
                        .status())
                .isEqualTo(406);
    }

    @Test
    void onlyUsersComeInAndOnlyToWhatThereIs() {
        for (String path :
                List.of("/orders", "/v3/api-docs", "/swagger-ui.html", "/actuator", "/actuator/env", "/", "/error")) {
            Http.Response anonymous = refused(http.send(http.anonymousRequest(path)));
            assertThat(anonymous.status()).as(path).isEqualTo(401);
            assertThat(anonymous.code()).isEqualTo("unauthenticated");
            assertThat(anonymous.header("WWW-Authenticate")).startsWith("Basic");
        }
        assertThat(refused(http.as("alice", "wrong").get("/orders")).status()).isEqualTo(401);
        assertThat(refused(http.as("nobody", "alice-secret").get("/orders")).status())
                .isEqualTo(401);
        for (String path : List.of("/", "/actuator", "/actuator/env", "/actuator/heapdump", "/error", "/ordersx")) {
            Http.Response nothing = refused(http.get(path));
            assertThat(nothing.status()).as(path).isEqualTo(404);
            assertThat(nothing.code()).isEqualTo("not_found");
        }
        assertThat(http.get("/orders").header("Set-Cookie")).isEmpty();
    }

    @Test
    void requestsThatAreNotHttp() throws IOException {
        assertThat(raw("GET /orders HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(raw("GET /orders/" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(raw("nonsense\r\n\r\n")).startsWith("HTTP/1.1 4").doesNotContain("Exception", "Tomcat/");
        assertThat(raw("TRACE /orders HTTP/1.1\r\nHost: x\r\nX-Secret: 1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: ", "method_not_allowed")
                .doesNotContain("X-Secret");
    }

    /** The whole response to bytes that no HTTP client would send. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", http.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            ByteArrayOutputStream response = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(response);
            } catch (SocketException resetAfterTheAnswer) {
                // The server need not read what it has refused.
            }
            return response.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private Http.Response refused(Http.Response response) {
        refused.add(response);
        return response;
    }

    private static List<String> errors(Http.Response response) {
        List<String> errors = new ArrayList<>();
        for (JsonNode error : response.body().path("errors")) {
            assertThat(error.get("message").asText()).isNotBlank();
            errors.add(error.get("code").asText() + " " + error.get("field").asText());
        }
        return errors;
    }

    private static String withoutTrace(Http.Response response) {
        return response.raw().body().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }

    private static String order(String lines) {
        return """
                {"quoteId": "q_%s", "customerId": "c", "currency": "GBP", "lines": [%s]}
                """
                .formatted(UUID.randomUUID(), lines);
    }

    private static String dependsOn(String quoteLineId, String dependency) {
        return """
                {"quoteLineId": "%s", "offerId": "O", "action": "ADD", "quantity": 1, "unitPrice": "1.00", "dependsOn": ["%s"]}
                """
                .formatted(quoteLineId, dependency);
    }

    private static String lines(int count) {
        return String.join(
                ",",
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> LINE.replace("\"1\"", "\"" + i + "\""))
                        .toList());
    }
}
