package io.orderflow.bpmn;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;

/**
 * One engine in memory for all tests of this module: delegates are whatever a test registers under their names. It notes
 * what the tests pass, see {@link PathCoverage}.
 */
final class TestEngine {

    private static final PathCoverage COVERAGE = new PathCoverage();
    private static final ProcessEngine ENGINE = build();

    private TestEngine() {}

    static ProcessEngineExtension extension() {
        return ProcessEngineExtension.builder().useProcessEngine(ENGINE).build();
    }

    static ProcessEngine engine() {
        return ENGINE;
    }

    /** What all tests so far have passed. */
    static PathCoverage coverage() {
        return COVERAGE;
    }

    private static ProcessEngine build() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("bpmn-tests");
        configuration.setJdbcUrl("jdbc:h2:mem:bpmn-tests;DB_CLOSE_DELAY=-1");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(true);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(COVERAGE.passedElements())));
        DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
        decisions.customPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(COVERAGE.passedRules())));
        configuration.setDmnEngineConfiguration(decisions);
        return configuration.buildProcessEngine();
    }
}
