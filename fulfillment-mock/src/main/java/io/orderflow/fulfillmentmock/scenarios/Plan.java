package io.orderflow.fulfillmentmock.scenarios;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What the provider is going to do about one request. Made when the request is received and kept with it, so that a later
 * change of scenarios does not change the past.
 *
 * @param copies how often an answer will be published by itself; 0 if it will be lost
 * @param failure what the answer will say; null if the line will be fulfilled
 */
public record Plan(Behaviour behaviour, @JsonIgnore int copies, @Nullable Failure failure) {

    /** Nothing special. */
    public static final Plan SUCCESS = new Plan(Behaviour.SUCCEED, 1, null);

    /**
     * Why a line cannot be fulfilled.
     *
     * @param code stable, lower snake case
     * @param message for people
     * @param retryable whether the provider expects another attempt to succeed
     */
    public record Failure(String code, String message, boolean retryable) {}
}
