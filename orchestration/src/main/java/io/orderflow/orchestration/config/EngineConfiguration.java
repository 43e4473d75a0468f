package io.orderflow.orchestration.config;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the engine's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Deadlines.class)
class EngineConfiguration {

    /** The engine takes its plugins before it looks at the database, so the tables are there when it does. */
    @Bean
    @DependsOnDatabaseInitialization
    EngineSettings engineSettings(
            Map<String, JavaDelegate> delegates,
            Map<String, ExecutionListener> listeners,
            Map<String, TaskListener> taskListeners,
            Deadlines deadlines) {
        Map<Object, Object> visible = new HashMap<>(delegates);
        visible.putAll(listeners);
        visible.putAll(taskListeners);
        visible.put(OrderFulfillmentProcess.Deadlines.BEAN, deadlines);
        return new EngineSettings(visible);
    }
}
