package io.orderflow.testing.benchmarks.correlation.baseline;

import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * One record, one transaction, one {@code createMessageCorrelation}: engine and listener as they come, history full and job
 * executor on, with two threads because the service has two. Where there was a choice it is the cheaper one: only what the
 * model keeps is stored as a variable, nobody publishes a fact, checks a schema, a tenant or a version.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    KafkaAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class
})
@Import({OrderListener.class, IdleDelegates.class})
public class Baseline {

    public static final String CONSUMER_GROUP = "bench.baseline.consumer";

    /** Settings of the database, the broker and the history as arguments. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(Baseline.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.main.banner-mode=off",
                        "spring.kafka.consumer.group-id=" + CONSUMER_GROUP,
                        "spring.kafka.listener.concurrency=2",
                        "camunda.bpm.deployment-resource-pattern=classpath*:processes/**/*.bpmn, "
                                + "classpath*:processes/**/*.dmn, classpath*:processes/**/*.form")
                .run(arguments);
    }
}
