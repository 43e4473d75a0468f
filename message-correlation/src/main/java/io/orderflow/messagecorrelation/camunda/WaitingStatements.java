package io.orderflow.messagecorrelation.camunda;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Our two look-ups in the engine's tables. They go through the engine's own session, so that what they load lands in the
 * command's cache and is the same object that the engine changes afterwards.
 */
final class WaitingStatements {

    private static final String NAMESPACE = "io.orderflow.messagecorrelation.";
    private static final String RESOURCE = "io/orderflow/messagecorrelation/camunda/waiting.xml";

    private WaitingStatements() {}

    /** Adds the statements to the engine's, once. */
    static void addTo(ProcessEngineConfigurationImpl engine) {
        Configuration statements = engine.getSqlSessionFactory().getConfiguration();
        synchronized (statements) {
            if (statements.hasStatement(NAMESPACE + "selectWaiting", false)) {
                return;
            }
            try (var xml = Resources.getResourceAsStream(WaitingStatements.class.getClassLoader(), RESOURCE)) {
                new XMLMapperBuilder(xml, statements, RESOURCE, statements.getSqlFragments()).parse();
            } catch (java.io.IOException e) {
                throw new IllegalStateException("missing " + RESOURCE, e);
            }
        }
    }

    @SuppressWarnings("unchecked")
    static List<EventSubscriptionEntity> selectWaiting(
            DbEntityManager entities, Collection<String> instanceIds, Collection<String> messages) {
        return entities.selectList(
                NAMESPACE + "selectWaiting",
                Map.of("instanceIds", instanceIds.toArray(String[]::new), "messages", messages.toArray(String[]::new)));
    }

    @SuppressWarnings("unchecked")
    static List<ExecutionEntity> selectTrees(DbEntityManager entities, Collection<String> instanceIds) {
        return entities.selectList(
                NAMESPACE + "selectTrees", Map.of("instanceIds", instanceIds.toArray(String[]::new)));
    }
}
