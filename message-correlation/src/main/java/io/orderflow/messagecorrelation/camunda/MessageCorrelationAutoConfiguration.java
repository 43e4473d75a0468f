package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.EarlyMessages;
import io.orderflow.messagecorrelation.MessageCorrelator;
import io.orderflow.messagecorrelation.camunda.binding.DeployedBindings;
import java.time.Clock;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the correlator beside the application's engine, whose data source and transactions it shares. */
@AutoConfiguration(
        after = JdbcClientAutoConfiguration.class,
        afterName = "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration")
class MessageCorrelationAutoConfiguration {

    @Bean
    MessageCorrelationSchema messageCorrelationSchema(DataSource dataSource) {
        return new MessageCorrelationSchema(dataSource);
    }

    @Bean
    InstanceLedger instanceLedger(JdbcClient jdbc, ObjectProvider<Clock> clock) {
        return new InstanceLedger(jdbc, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    ProcessEnginePlugin watchedSubscriptions(
            InstanceLedger ledger, DeployedBindings bindings, ObjectProvider<EarlyMessages> early) {
        return new WatchedSubscriptionsPlugin(ledger, bindings, () -> early.getIfAvailable(NothingKept::new));
    }

    @Bean
    MessageCorrelator messageCorrelator(
            ProcessEngine engine, InstanceLedger ledger, DeployedBindings bindings, MessageCorrelationSchema after) {
        return new CamundaMessageCorrelator(engine, ledger, bindings);
    }
}
