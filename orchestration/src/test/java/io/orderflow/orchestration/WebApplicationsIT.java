package io.orderflow.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service answers over HTTP: Cockpit for people who log in, health and metrics, and nothing else. */
class WebApplicationsIT extends RunningOrchestration {

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(port);
    }

    @Test
    void anOperatorLogsInToCockpit() {
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);

        HttpResponse<String> login = browser.login("cockpit", "operator", OPERATOR_PASSWORD);

        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.body()).contains("\"userId\":\"operator\"", "cockpit");
        HttpResponse<String> definitions =
                browser.get("/camunda/api/engine/engine/default/process-definition?maxResults=10");
        assertThat(definitions.statusCode()).isEqualTo(200);
        assertThat(definitions.body()).contains("order-fulfillment");
    }

    @Test
    void aWrongPasswordIsRefused() {
        // A user of its own: the engine makes whoever mistypes a password wait.
        User clumsy = engine.getIdentityService().newUser("clumsy");
        clumsy.setPassword(OPERATOR_PASSWORD);
        engine.getIdentityService().saveUser(clumsy);
        browser.get("/camunda/app/cockpit/default/");

        assertThat(browser.login("cockpit", "clumsy", "wrong").statusCode()).isEqualTo(401);
        assertThat(browser.get("/camunda/api/engine/engine/default/process-definition?maxResults=10")
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/process-definition?key=order-fulfillment&sortBy=version"
                        + "&sortOrder=desc&withoutTenantId=true",
                "/camunda/api/engine/engine/default/group",
                "/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js"
            })
    void cockpitGetsWhatItsPagesAskFor(String path) {
        browser.get("/camunda/app/cockpit/default/");
        browser.login("cockpit", "operator", OPERATOR_PASSWORD);

        assertThat(browser.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/admin/setup;x=1/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/app/admin/default/setup/"
            })
    void theSetupPageIsShut(String path) {
        browser.get("/camunda/app/cockpit/default/");

        assertThat(browser.post(path, "application/json", newAdministrator()).statusCode())
                .isEqualTo(403);
        assertThat(browser.get(path).statusCode()).isEqualTo(403);
        assertThat(engine.getIdentityService()
                        .createUserQuery()
                        .userId("mallory")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"})
    void healthIsOpenAndSaysNoMoreThanItMust(String path) {
        HttpResponse<String> health = browser.get(path);

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"UP\"").doesNotContain("components", "details");
    }

    @Test
    void metricsAreOpen() {
        assertThat(browser.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/engine",
                "/engine-rest/process-definition",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/orders"
            })
    void nothingElseAnswers(String path) {
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
    }

    static String newAdministrator() {
        return """
                {"profile": {"id": "mallory", "firstName": "M", "lastName": "M", "email": ""},
                 "credentials": {"password": "mallory-password"}}
                """;
    }
}
