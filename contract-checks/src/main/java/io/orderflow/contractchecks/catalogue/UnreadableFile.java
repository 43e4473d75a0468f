package io.orderflow.contractchecks.catalogue;

/**
 * A file that cannot be parsed.
 *
 * @param file relative to the catalogue's folder
 * @param reason with line and column
 */
public record UnreadableFile(String file, String reason) {}
