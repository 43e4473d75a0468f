package io.orderflow.messagecorrelation.camunda.prefetch;

import java.util.Date;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.jspecify.annotations.Nullable;

/** Writes history as the engine does, and asks nobody when an activity began if that is known already. */
final class KnownStartTimes extends DbHistoryEventHandler {

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        if (event instanceof HistoricActivityInstanceEventEntity activity
                && event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)
                && getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null) {
            @Nullable
            Date started = StartTimes.of(Context.getCommandContext())
                    .map(times -> times.of(event.getId()))
                    .orElse(null);
            if (started != null) {
                activity.setStartTime(started);
                getDbEntityManager().merge(event);
                return;
            }
        }
        super.insertOrUpdate(event);
    }
}
