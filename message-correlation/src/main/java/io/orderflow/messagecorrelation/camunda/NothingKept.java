package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.CorrelationOutcome;
import io.orderflow.messagecorrelation.EarlyMessages;
import io.orderflow.messagecorrelation.InstanceKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** For applications that keep no early messages. */
final class NothingKept implements EarlyMessages {

    @Override
    public List<EarlyMessage> of(Collection<InstanceKey> keys) {
        return List.of();
    }

    @Override
    public void settle(Map<EarlyMessage, CorrelationOutcome> taken) {
        throw new IllegalStateException("nothing was kept");
    }

    @Override
    public void failed(EarlyMessage message, RuntimeException failure) {
        throw new IllegalStateException("nothing was kept", failure);
    }
}
