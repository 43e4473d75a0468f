package io.orderflow.messagecorrelation.camunda.multiinstance;

import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Contributes the join to the application's engine, which takes every plugin that is a bean. */
@AutoConfiguration
@EnableConfigurationProperties(LeanJoinSettings.class)
class LeanJoinAutoConfiguration {

    @Bean
    ProcessEnginePlugin leanJoin(LeanJoinSettings settings) {
        return new LeanJoin(settings.leanJoin());
    }
}
