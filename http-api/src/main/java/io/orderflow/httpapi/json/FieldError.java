package io.orderflow.httpapi.json;

/**
 * One thing that is wrong with one field.
 *
 * @param field JSON pointer into the body, or the name of a header or parameter
 * @param code stable, lower snake case
 * @param message for a person
 */
public record FieldError(String field, String code, String message) {}
