package io.orderflow.fulfillmentmock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.fulfillmentmock.MockNode.Response;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class HttpBoundaryIT {

    private static MockNode node;

    @BeforeAll
    static void start() {
        node = MockNode.start(TestPostgres.newDatabase());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/health/liveness",
                "/actuator/prometheus"
            })
    void healthAndMetricsAreOpen(String path) {
        assertThat(node.send(HttpRequest.newBuilder(), path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fulfillment-requests?orderId=ord_1",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/unknown",
                "/error"
            })
    void everythingElseAsksWhoIsThere(String path) {
        Response response = node.send(HttpRequest.newBuilder(), path);
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).startsWith("Basic");
        assertProblem(response, "unauthenticated");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserLookTheSame() {
        Response wrong = node.send(basic("demo:guess"), "/fulfillment-requests?orderId=ord_1");
        Response unknown = node.send(basic("nobody:s3cret"), "/fulfillment-requests?orderId=ord_1");
        assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
        assertThat(wrong.json().path("detail")).isEqualTo(unknown.json().path("detail"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /nowhere                              | 404 | not_found",
                "DELETE | /fulfillment-latency                  | 405 | method_not_allowed",
                "GET    | /fulfillment-requests                 | 400 | required",
                "GET    | /fulfillment-requests?orderId=        | 400 | required",
                "GET    | /fulfillment-requests?orderId=a%00b   | 400 | invalid_text",
                "PUT    | /fulfillment-latency                  | 400 | malformed_json",
                "POST   | /quotes/%20/acceptance                | 400 | invalid_id",
                "GET    | /quotes/..%2f..%2fetc/acceptance      | 400 | invalid_request"
            })
    void refusalsHaveOneShape(String method, String path, int status, String code) {
        Response response = node.send(MockNode.as("demo").method(method, BodyPublishers.noBody()), path);
        assertThat(response.status()).isEqualTo(status);
        assertProblem(response, code);
    }

    @Test
    void onlyJsonIsRead() {
        HttpRequest.Builder form = MockNode.as("demo")
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .PUT(BodyPublishers.ofString("minMillis=1"));
        Response response = node.send(form, "/fulfillment-latency");
        assertThat(response.status()).isEqualTo(415);
        assertThat(response.header("Accept")).contains("application/json");
        assertProblem(response, "unsupported_media_type");
    }

    @Test
    void latencyBoundsMustMakeSense() {
        Response response = node.put("/fulfillment-latency", "{\"minMillis\": 5, \"maxMillis\": 4}");
        assertThat(response.status()).isEqualTo(400);
        assertProblem(response, "out_of_range");
        assertThat(response.json().at("/errors/0/field").asText()).isEqualTo("/maxMillis");
    }

    @Test
    void withoutUsersTheServiceSaysWhatToSetAndStops(CapturedOutput output) {
        var database = TestPostgres.newDatabase();
        assertThatThrownBy(() -> new SpringApplicationBuilder(FulfillmentMockApplication.class)
                        .run(
                                "--server.port=0",
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=" + database.user(),
                                "--spring.datasource.password=" + database.password(),
                                "--orderflow.kafka.bootstrap-servers=127.0.0.1:1",
                                "--orderflow.kafka.tenants=tenant_demo"))
                .hasRootCauseMessage("The users of the HTTP API are not complete: orderflow.api.users is empty.");
        assertThat(output).contains("ORDERFLOW_API_USERS_0_NAME", "There is no default user on purpose.");
    }

    private static HttpRequest.Builder basic(String credentials) {
        return HttpRequest.newBuilder()
                .header(
                        "Authorization",
                        "Basic " + java.util.Base64.getEncoder().encodeToString(credentials.getBytes()));
    }

    private static void assertProblem(Response response, String code) {
        JsonNode problem = response.json();
        assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(response.status());
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(response.raw().body()).doesNotContain("Exception", "io.orderflow", "org.springframework", "SELECT");
    }
}
