package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.messagecorrelation.MessageCorrelator;
import io.orderflow.messagecorrelation.camunda.binding.DeployedBindings;
import io.orderflow.messagecorrelation.camunda.prefetch.PrefetchStatements;
import java.util.List;
import java.util.function.IntConsumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** One engine command for a whole list of requests, hence one flush. */
final class CamundaMessageCorrelator implements MessageCorrelator {

    private final ProcessEngineConfigurationImpl engine;
    private final InstanceLedger ledger;
    private final DeployedBindings bindings;

    /** @param engine built with {@link WatchedSubscriptionsPlugin} */
    CamundaMessageCorrelator(ProcessEngine engine, InstanceLedger ledger, DeployedBindings bindings) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.ledger = ledger;
        this.bindings = bindings;
        PrefetchStatements.addTo(this.engine);
    }

    @Override
    public List<CorrelationOutcome> correlate(List<CorrelationRequest> requests, IntConsumer turn) {
        if (requests.isEmpty()) {
            return List.of();
        }
        try {
            return engine.getCommandExecutorTxRequired()
                    .execute(new CorrelationBatch(ledger, bindings, requests, turn));
        } catch (RuntimeException e) {
            throw EngineFailures.translate(e);
        }
    }
}
