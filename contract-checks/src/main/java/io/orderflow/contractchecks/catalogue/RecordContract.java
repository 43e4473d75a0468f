package io.orderflow.contractchecks.catalogue;

import java.util.Optional;

/**
 * The contract of a record that is no event: {@code records/<name>.v<n>.schema.json} and {@code records/examples/<name>.v<n>.json}.
 *
 * @param name for example {@code dead-letter}
 */
public record RecordContract(String name, int version, SchemaDocument schema, Optional<Example> example) {}
