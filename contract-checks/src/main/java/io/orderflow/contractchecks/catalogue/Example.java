package io.orderflow.contractchecks.catalogue;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A whole record value that keeps to the schema beside it.
 *
 * @param file relative to the catalogue's folder
 */
public record Example(String file, JsonNode value) {}
