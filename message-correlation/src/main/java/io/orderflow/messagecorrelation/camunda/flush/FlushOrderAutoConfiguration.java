package io.orderflow.messagecorrelation.camunda.flush;

import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Switched off by {@code orderflow.correlation.flush-order=false}: the engine then compares every row with every other. */
@AutoConfiguration
@ConditionalOnProperty(name = "orderflow.correlation.flush-order", matchIfMissing = true)
class FlushOrderAutoConfiguration {

    @Bean
    ProcessEnginePlugin flushOrder() {
        return new FlushOrderPlugin();
    }
}
