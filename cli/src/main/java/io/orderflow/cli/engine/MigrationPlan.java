package io.orderflow.cli.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What the engine proposes for moving instances from one version to another.
 *
 * @param body the plan as the engine takes it back
 * @param targets from where an instance stands to where it would stand; what is missing cannot be moved as it is
 * @param failures what the engine holds against its own plan
 */
public record MigrationPlan(JsonNode body, Map<String, String> targets, List<String> failures) {}
