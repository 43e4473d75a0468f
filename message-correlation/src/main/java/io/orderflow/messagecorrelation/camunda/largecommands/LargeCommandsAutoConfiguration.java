package io.orderflow.messagecorrelation.camunda.largecommands;

import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Switched off by {@code orderflow.correlation.large-commands=false}: everything is then done the engine's way. */
@AutoConfiguration
@ConditionalOnProperty(name = "orderflow.correlation.large-commands", matchIfMissing = true)
class LargeCommandsAutoConfiguration {

    @Bean
    ProcessEnginePlugin largeCommands() {
        return new LargeCommandsPlugin();
    }
}
