package io.orderflow.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Started without an operator: nobody can log in, and nobody can make himself one. This is a second service in the same
 * JVM, so its engine has a name of its own, and it finds no broker, which leaves the events to the first.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "orderflow.kafka.tenants=tenant_demo",
            "camunda.bpm.process-engine-name=unattended",
            "spring.main.register-shutdown-hook=false"
        })
class NoOperatorIT {

    @Autowired
    private ProcessEngine engine;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry properties) {
        RunningOrchestration.database(properties);
        properties.add("orderflow.kafka.bootstrap-servers", () -> "127.0.0.1:9");
    }

    @Test
    void nobodyBecomesAdministratorByBeingFirst() {
        Browser browser = new Browser(port);
        browser.get("/camunda/app/welcome/unattended/");

        assertThat(browser.get("/camunda/app/admin/unattended/setup/").statusCode())
                .isEqualTo(403);
        assertThat(browser.post(
                                "/camunda/api/admin/setup/unattended/user/create",
                                "application/json",
                                WebApplicationsIT.newAdministrator())
                        .statusCode())
                .isEqualTo(403);
        assertThat(engine.getIdentityService().createUserQuery().count()).isZero();
    }
}
