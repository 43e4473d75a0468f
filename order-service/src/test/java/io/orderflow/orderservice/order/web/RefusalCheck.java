package io.orderflow.orderservice.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Holds every refusal of a test to the one shape: a problem with code and trace, and never a word about the inside. */
public final class RefusalCheck implements AfterEachCallback {

    /** Names of classes, stack frames, statements. */
    static final Pattern INSIDE = Pattern.compile(
            "(?i)exception|java\\.|javax\\.|jakarta|org\\.|jackson|springframework|tomcat|hikari|psql|select .* from|insert into|"
                    + "\\bat io\\.|io\\.orderflow");

    private final List<Http.Response> refused = new ArrayList<>();

    /** Remembers a response that must be a refusal by the caller's fault. */
    public Http.Response of(Http.Response response) {
        refused.add(response);
        return response;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        refused.forEach(response -> {
            assertThat(response.status()).isBetween(400, 499);
            assertShape(response);
        });
    }

    /** The shape of every problem, whoever is to blame. */
    public static void assertShape(Http.Response response) {
        assertThat(response.header("Content-Type")).startsWith("application/problem+json");
        assertThat(response.body().fieldNames())
                .toIterable()
                .startsWith("type", "title", "status", "detail", "code", "traceId");
        assertThat(response.body().get("status").asInt()).isEqualTo(response.status());
        assertThat(response.body().get("traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(response.code()).matches("[a-z][a-z_]+");
        assertThat(response.raw().body()).doesNotContainPattern(INSIDE);
    }

    /** Code and field of each error. */
    public static List<String> errors(Http.Response response) {
        List<String> errors = new ArrayList<>();
        for (JsonNode error : response.body().path("errors")) {
            assertThat(error.get("message").asText()).isNotBlank();
            errors.add(error.get("code").asText() + " " + error.get("field").asText());
        }
        return errors;
    }

    /** The body byte for byte, but for the one thing that differs from request to request. */
    public static String withoutTrace(Http.Response response) {
        return response.raw().body().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }
}
