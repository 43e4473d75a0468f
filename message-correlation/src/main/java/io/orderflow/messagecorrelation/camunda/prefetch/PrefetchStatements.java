package io.orderflow.messagecorrelation.camunda.prefetch;

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
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Our look-ups in the engine's tables. They go through the engine's own session, so that what they load lands in the
 * command's cache and is the same object that the engine changes afterwards.
 */
public final class PrefetchStatements {

    private static final String NAMESPACE = "io.orderflow.messagecorrelation.";
    private static final String RESOURCE = "io/orderflow/messagecorrelation/camunda/prefetch/prefetch.xml";

    private PrefetchStatements() {}

    /** Adds the statements to the engine's, once. */
    public static void addTo(ProcessEngineConfigurationImpl engine) {
        Configuration statements = engine.getSqlSessionFactory().getConfiguration();
        synchronized (statements) {
            if (statements.hasStatement(NAMESPACE + "selectExecutions", false)) {
                return;
            }
            try (var xml = Resources.getResourceAsStream(PrefetchStatements.class.getClassLoader(), RESOURCE)) {
                new XMLMapperBuilder(xml, statements, RESOURCE, statements.getSqlFragments()).parse();
            } catch (java.io.IOException e) {
                throw new IllegalStateException("missing " + RESOURCE, e);
            }
        }
    }

    static List<ExecutionEntity> selectExecutions(DbEntityManager entities, Collection<String> instanceIds) {
        return select(entities, "selectExecutions", instanceIds);
    }

    static List<EventSubscriptionEntity> selectSubscriptions(DbEntityManager entities, Collection<String> instanceIds) {
        return select(entities, "selectSubscriptions", instanceIds);
    }

    static List<VariableInstanceEntity> selectVariables(DbEntityManager entities, Collection<String> instanceIds) {
        return select(entities, "selectVariables", instanceIds);
    }

    static List<Map<String, Object>> selectStartTimes(
            DbEntityManager entities, Collection<String> activityInstanceIds) {
        return select(entities, "selectStartTimes", activityInstanceIds);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> select(DbEntityManager entities, String statement, Collection<String> ids) {
        return entities.selectList(NAMESPACE + statement, Map.of("ids", ids.toArray(String[]::new)));
    }
}
