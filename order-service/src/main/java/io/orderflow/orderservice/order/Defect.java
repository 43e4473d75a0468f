package io.orderflow.orderservice.order;

/**
 * One thing that is wrong with a draft.
 *
 * @param code stable, lower snake case
 * @param message for a person
 * @param field JSON pointer into the draft
 */
public record Defect(String code, String message, String field) {}
