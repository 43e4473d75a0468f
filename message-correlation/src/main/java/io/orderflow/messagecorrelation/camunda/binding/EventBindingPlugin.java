package io.orderflow.messagecorrelation.camunda.binding;

import io.orderflow.messagecorrelation.binding.EventCatalogue;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;

/** Makes an engine read the bindings of its models, and check those of new ones. */
public final class EventBindingPlugin extends AbstractProcessEnginePlugin {

    private final @Nullable EventCatalogue catalogue;
    private final DeployedBindings bindings;

    /**
     * @param catalogue what new models are held to; null to take them as they are
     * @param bindings of the same engine
     */
    public EventBindingPlugin(@Nullable EventCatalogue catalogue, DeployedBindings bindings) {
        this.catalogue = catalogue;
        this.bindings = bindings;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPostBPMNParseListeners(
                with(engine.getCustomPostBPMNParseListeners(), new EventBindingListener()));
        engine.setCustomSessionFactories(with(engine.getCustomSessionFactories(), new ToldVersions.Factory()));
        engine.setCustomPostDeployers(with(engine.getCustomPostDeployers(), new ForgetAfterDeployment(bindings)));
        if (catalogue != null) {
            engine.setCustomPreDeployers(with(engine.getCustomPreDeployers(), new DeploymentCheck(catalogue)));
        }
    }

    private static <T> List<T> with(@Nullable List<T> present, T added) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }
}
