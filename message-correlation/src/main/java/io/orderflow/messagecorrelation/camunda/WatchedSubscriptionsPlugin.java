package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.EarlyMessages;
import io.orderflow.messagecorrelation.camunda.binding.DeployedBindings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionManager;

/** Has every command of the engine work with {@link WatchedSubscriptions}. */
final class WatchedSubscriptionsPlugin extends AbstractProcessEnginePlugin {

    private final InstanceLedger ledger;
    private final DeployedBindings bindings;
    private final Supplier<EarlyMessages> early;

    /** @param early asked when it is needed: whoever keeps messages may itself need the engine */
    WatchedSubscriptionsPlugin(InstanceLedger ledger, DeployedBindings bindings, Supplier<EarlyMessages> early) {
        this.ledger = ledger;
        this.bindings = bindings;
        this.early = early;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<SessionFactory> factories = new ArrayList<>();
        if (engine.getCustomSessionFactories() != null) {
            factories.addAll(engine.getCustomSessionFactories());
        }
        factories.add(new WatchedSubscriptionsFactory());
        engine.setCustomSessionFactories(factories);
    }

    private final class WatchedSubscriptionsFactory implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return EventSubscriptionManager.class;
        }

        @Override
        public Session openSession() {
            return new WatchedSubscriptions(subscriptions -> new WakeUp(ledger, bindings, early.get(), subscriptions));
        }
    }
}
