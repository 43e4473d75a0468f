package io.orderflow.orchestration;

import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a real database and a real broker, once for all tests that extend this. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "orderflow.kafka.tenants=tenant_demo",
            // Broker and database end with the JVM as well: a context that closes beside them would wait for both.
            "spring.main.register-shutdown-hook=false",
            "camunda.bpm.admin-user.id=operator",
            "camunda.bpm.admin-user.password=" + RunningOrchestration.OPERATOR_PASSWORD
        })
@AutoConfigureObservability(tracing = false)
abstract class RunningOrchestration {

    static final String OPERATOR_PASSWORD = "a-password-for-tests";

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    Seen seen() {
        return new Seen(engine, jdbc);
    }

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry properties) {
        for (String topic : new String[] {
            OrderEvents.TOPIC,
            ApprovalEvents.TOPIC,
            Facts.TOPIC,
            "oms.order.events.dlt.v1",
            "cpq.approval.events.dlt.v1",
            "oms.orchestration.events.dlt.v1"
        }) {
            TestKafka.createTopic(topic, 3);
        }
        properties.add("orderflow.kafka.bootstrap-servers", TestKafka::bootstrapServers);
        database(properties);
    }

    static void database(DynamicPropertyRegistry properties) {
        TestDatabase database = TestPostgres.newDatabase();
        properties.add("spring.datasource.url", database::url);
        properties.add("spring.datasource.username", database::user);
        properties.add("spring.datasource.password", database::password);
    }
}
