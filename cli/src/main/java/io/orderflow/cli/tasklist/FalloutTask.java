package io.orderflow.cli.tasklist;

/** A task in which a person decides about a line that a provider could not fulfil. */
public record FalloutTask(String id, String name, String orderLineId, String offerId, String errorCode) {}
