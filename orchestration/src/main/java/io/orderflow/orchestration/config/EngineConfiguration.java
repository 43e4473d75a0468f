package io.orderflow.orchestration.config;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the engine's settings. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** The engine takes its plugins before it looks at the database, so the tables are there when it does. */
    @Bean
    @DependsOnDatabaseInitialization
    EngineSettings engineSettings(Map<String, JavaDelegate> delegates, Map<String, ExecutionListener> listeners) {
        Map<Object, Object> visible = new HashMap<>(delegates);
        visible.putAll(listeners);
        return new EngineSettings(visible);
    }
}
