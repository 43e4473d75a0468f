package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.CorrelationRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.variable.Variables;

/** Requests for the test model. */
final class Parcels {

    static final String TENANT = "tenant_a";

    private Parcels() {}

    static CorrelationRequest posted(String parcel, int pieces) {
        return posted(TENANT, parcel, pieces);
    }

    static CorrelationRequest posted(String tenant, String parcel, int pieces) {
        List<String> names = IntStream.rangeClosed(1, pieces)
                .mapToObj(piece -> parcel + "-" + piece)
                .toList();
        return CorrelationRequest.start(
                tenant, parcel, "parcel", "Posted", Map.of("pieces", Variables.untypedValue(names, true)));
    }

    static CorrelationRequest arrived(String parcel, int piece) {
        return CorrelationRequest.continueAt(TENANT, parcel, "Arrived:" + parcel + "-" + piece);
    }

    static CorrelationRequest signed(String parcel) {
        return CorrelationRequest.continueAt(TENANT, parcel, "Signed");
    }

    static CorrelationRequest recalled(String parcel) {
        return CorrelationRequest.continueAt(TENANT, parcel, "Recalled");
    }
}
