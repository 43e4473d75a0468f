package io.orderflow.messagecorrelation.camunda.largecommands;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Has every command of the engine find the order of its rows in {@link LinearFlushOrder our} way. */
public final class LargeCommandsPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<SessionFactory> factories = new ArrayList<>();
        if (engine.getCustomSessionFactories() != null) {
            factories.addAll(engine.getCustomSessionFactories());
        }
        factories.add(new EntityManagers(engine));
        engine.setCustomSessionFactories(factories);
    }

    /** Asks for the generator of ids when it is needed: before the engine is built there is none. */
    private record EntityManagers(ProcessEngineConfigurationImpl engine) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return DbEntityManager.class;
        }

        @Override
        public Session openSession() {
            return new DbEntityManager(
                    engine.getIdGenerator(), Context.getCommandContext().getSession(PersistenceSession.class)) {

                @Override
                protected void initializeOperationManager() {
                    dbOperationManager = new LinearFlushOrder();
                }
            };
        }
    }
}
