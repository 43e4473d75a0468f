package io.orderflow.kafkaadapters.catalog;

/**
 * One catalogued event in its newest version.
 *
 * @param topic the topic that carries it
 * @param ownerService the only service that may publish it
 * @param schemaRef {@code schema://<topic without version>/<eventType>/<version>}
 */
public record EventDefinition(String eventType, int version, String topic, String ownerService, String schemaRef) {}
