package io.orderflow.messagecorrelation.camunda.prefetch;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Has the engine use what was prefetched beyond its own cache: start times of activities. */
public final class PrefetchPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<SessionFactory> factories = new ArrayList<>();
        if (engine.getCustomSessionFactories() != null) {
            factories.addAll(engine.getCustomSessionFactories());
        }
        factories.add(new StartTimesFactory());
        engine.setCustomSessionFactories(factories);

        List<HistoryEventHandler> handlers = new ArrayList<>(engine.getCustomHistoryEventHandlers());
        handlers.add(new KnownStartTimes());
        engine.setCustomHistoryEventHandlers(handlers);
        // Ours is the engine's own with a shortcut; both would write everything twice.
        engine.setEnableDefaultDbHistoryEventHandler(false);
    }

    private static final class StartTimesFactory implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return StartTimes.class;
        }

        @Override
        public Session openSession() {
            return new StartTimes();
        }
    }
}
