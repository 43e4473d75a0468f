package io.orderflow.fulfillmentmock.api;

/**
 * One thing that is wrong with one field.
 *
 * @param field where in the body, as {@code lines[2].quantity}, or the name of a parameter
 * @param code stable, lower snake case
 */
public record FieldProblem(String field, String code, String message) {}
