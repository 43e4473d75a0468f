package io.orderflow.messagecorrelation.camunda.prefetch;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.jspecify.annotations.Nullable;

/** When the activities began that a command may end: history asks for each when it ends. A session: one for each command. */
final class StartTimes implements Session {

    private final Map<String, Date> byActivityInstance = new HashMap<>();

    /** Empty if the engine was built without {@link PrefetchPlugin}. */
    static Optional<StartTimes> of(CommandContext context) {
        return context.getSessionFactories().containsKey(StartTimes.class)
                ? Optional.of(context.getSession(StartTimes.class))
                : Optional.empty();
    }

    void read(DbEntityManager entities, Collection<String> activityInstanceIds) {
        PrefetchStatements.selectStartTimes(entities, activityInstanceIds)
                .forEach(row -> byActivityInstance.put((String) row.get("id"), (Date) row.get("started")));
    }

    @Nullable
    Date of(String activityInstanceId) {
        return byActivityInstance.get(activityInstanceId);
    }

    @Override
    public void flush() {
        // Nothing is written.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
