package io.orderflow.messagecorrelation.camunda.multiinstance;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.migration.validation.activity.SupportedActivityValidator;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;

/**
 * Brings our join into an engine. Enabled or not only decides what bodies write that are entered from now on; those that
 * already run end in either case, hence switching off means to disable it, not to take it out.
 */
final class LeanJoin extends AbstractProcessEnginePlugin {

    private final boolean enabled;

    LeanJoin(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new LeanJoinParseListener(enabled));
        engine.setCustomPostBPMNParseListeners(listeners);
        allowMigration();
    }

    /** The engine refuses to migrate activities of classes that it does not list, and the list is its only extension point. */
    private static void allowMigration() {
        List<Class<? extends ActivityBehavior>> supported = SupportedActivityValidator.SUPPORTED_ACTIVITY_BEHAVIORS;
        synchronized (supported) {
            if (!supported.contains(CountingJoin.class)) {
                supported.add(CountingJoin.class);
            }
        }
    }
}
