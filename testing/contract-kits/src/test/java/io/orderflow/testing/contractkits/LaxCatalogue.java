package io.orderflow.testing.contractkits;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

import io.orderflow.kafkaadapters.catalog.EventCatalog;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts a catalogue into a service that, while it is told to be lax, finds fault with no event. */
final class LaxCatalogue implements BeanPostProcessor {

    private volatile boolean lax;

    void beLax(boolean on) {
        lax = on;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof EventCatalog catalogue)) {
            return bean;
        }
        EventCatalog changed = spy(catalogue);
        doAnswer(call -> lax ? List.of() : call.callRealMethod()).when(changed).violations(any(), any());
        return changed;
    }
}
