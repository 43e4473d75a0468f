package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.CorrelationRequest;

/** What an instance is unique by. */
record InstanceKey(String tenantId, String businessKey) {

    static InstanceKey of(CorrelationRequest request) {
        return new InstanceKey(request.tenantId(), request.businessKey());
    }
}
