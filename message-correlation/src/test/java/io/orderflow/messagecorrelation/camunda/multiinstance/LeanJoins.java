package io.orderflow.messagecorrelation.camunda.multiinstance;

import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;

/** The hidden plugin for tests that build an engine by hand. */
public final class LeanJoins {

    private LeanJoins() {}

    public static ProcessEnginePlugin plugin(boolean enabled) {
        return new LeanJoin(enabled);
    }
}
