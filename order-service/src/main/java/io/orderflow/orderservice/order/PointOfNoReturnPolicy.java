package io.orderflow.orderservice.order;

/** Which point of no return the lines of an offer get. */
@FunctionalInterface
public interface PointOfNoReturnPolicy {

    PointOfNoReturn of(String offerId);
}
