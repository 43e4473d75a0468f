package io.orderflow.kafkaadapters.upkeep;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.kafkaadapters.KafkaAdaptersSchema;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Runs every {@link UpkeepJob} bean. */
@AutoConfiguration(
        after = JdbcClientAutoConfiguration.class,
        afterName = {
            "io.orderflow.kafkaadapters.KafkaAdaptersAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration"
        })
class UpkeepAutoConfiguration {

    @Bean
    UpkeepScheduler upkeepScheduler(
            ObjectProvider<UpkeepJob> jobs,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            KafkaAdaptersSchema after) {
        List<UpkeepJob> all = jobs.orderedStream().toList();
        return new UpkeepScheduler(new UpkeepRound(
                all,
                new UpkeepStore(jdbc, transactions, System::nanoTime),
                new UpkeepMeters(meters, System::nanoTime, all),
                System::nanoTime));
    }
}
