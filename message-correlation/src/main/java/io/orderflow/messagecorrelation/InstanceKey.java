package io.orderflow.messagecorrelation;

/** What an instance is unique by. Ordered, so that everybody locks in the same order. */
public record InstanceKey(String tenantId, String businessKey) implements Comparable<InstanceKey> {

    /** The key of the instance that a request is for. */
    public static InstanceKey of(CorrelationRequest request) {
        return new InstanceKey(request.tenantId(), request.businessKey());
    }

    @Override
    public int compareTo(InstanceKey other) {
        int byKey = businessKey.compareTo(other.businessKey);
        return byKey == 0 ? tenantId.compareTo(other.tenantId) : byKey;
    }
}
