package io.orderflow.orchestration.adapters;

/** Which line is asked for. The process is concerned only if it was asked for before. */
record OrderLineFulfillmentRequested(String orderLineId, int attempt) {

    boolean again() {
        return attempt > 1;
    }
}
