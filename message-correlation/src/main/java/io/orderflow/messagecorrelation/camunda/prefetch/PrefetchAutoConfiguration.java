package io.orderflow.messagecorrelation.camunda.prefetch;

import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Switched off by {@code orderflow.correlation.start-times=false}: the engine then asks for each of them. */
@AutoConfiguration
@ConditionalOnProperty(name = "orderflow.correlation.start-times", matchIfMissing = true)
class PrefetchAutoConfiguration {

    @Bean
    ProcessEnginePlugin startTimes() {
        return new PrefetchPlugin();
    }
}
