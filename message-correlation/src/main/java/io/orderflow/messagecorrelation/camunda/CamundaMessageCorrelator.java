package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.CorrelationRequest;
import io.orderflow.messagecorrelation.MessageCorrelator;
import java.util.List;
import java.util.function.IntConsumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** One engine command for a whole list of requests, hence one flush. */
final class CamundaMessageCorrelator implements MessageCorrelator {

    private final ProcessEngineConfigurationImpl engine;
    private final InstanceLedger ledger;

    CamundaMessageCorrelator(ProcessEngine engine, InstanceLedger ledger) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.ledger = ledger;
        WaitingStatements.addTo(this.engine);
    }

    @Override
    public List<CorrelationOutcome> correlate(List<CorrelationRequest> requests, IntConsumer turn) {
        if (requests.isEmpty()) {
            return List.of();
        }
        try {
            return engine.getCommandExecutorTxRequired().execute(new CorrelationBatch(ledger, requests, turn));
        } catch (RuntimeException e) {
            throw EngineFailures.translate(e);
        }
    }
}
