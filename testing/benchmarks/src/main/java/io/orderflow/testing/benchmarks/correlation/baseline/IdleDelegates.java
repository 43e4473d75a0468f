package io.orderflow.testing.benchmarks.correlation.baseline;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model calls on the way of an order that needs no approval and does not fail; all of it does nothing. */
@Configuration(proxyBeanMethods = false)
class IdleDelegates {

    @Bean
    ExecutionListener reportOrchestrationStarted() {
        return execution -> {};
    }

    @Bean
    JavaDelegate releaseLine() {
        return execution -> {};
    }

    @Bean
    JavaDelegate reportOrchestrationFinished() {
        return execution -> {};
    }

    @Bean
    Deadlines deadlines() {
        return new Deadlines();
    }

    /** Named as expressions in the model look them up. */
    public static final class Deadlines {

        public String getFulfilment() {
            return "PT4H";
        }

        public String getApprovalReminder() {
            return "R3/PT24H";
        }
    }
}
