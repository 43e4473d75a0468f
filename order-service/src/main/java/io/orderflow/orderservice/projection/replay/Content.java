package io.orderflow.orderservice.projection.replay;

/**
 * What is in a table.
 *
 * @param checksum over all columns of all rows, whatever their order: 16 hex digits
 */
public record Content(long rows, String checksum) {}
