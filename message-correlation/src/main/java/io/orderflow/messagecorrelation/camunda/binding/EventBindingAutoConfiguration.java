package io.orderflow.messagecorrelation.camunda.binding;

import io.orderflow.messagecorrelation.binding.EventCatalogue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Adds the bindings to the application's engine, and the check if the application has a catalogue. */
@AutoConfiguration
class EventBindingAutoConfiguration {

    @Bean
    DeployedBindings deployedBindings() {
        return new DeployedBindings();
    }

    @Bean
    EventBindingPlugin eventBindingPlugin(ObjectProvider<EventCatalogue> catalogue, DeployedBindings bindings) {
        return new EventBindingPlugin(catalogue.getIfAvailable(), bindings);
    }
}
