package io.orderflow.cli.model.diff;

import java.util.Map;

/**
 * A process model as it is compared.
 *
 * @param key id of its process
 * @param elements by id, in the order of the file
 * @param drawing everything about where things are drawn, and nothing else
 */
public record Model(String key, Map<String, Element> elements, String drawing) {}
