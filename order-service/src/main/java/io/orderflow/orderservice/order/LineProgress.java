package io.orderflow.orderservice.order;

import org.jspecify.annotations.Nullable;

/**
 * How far a line has come.
 *
 * @param openDependencies how many of the lines it depends on are not fulfilled yet
 * @param attempt how often a provider was asked; 0 before the first time
 * @param providerReference the provider's own name for what it delivered
 */
public record LineProgress(LineStatus status, int openDependencies, int attempt, @Nullable String providerReference) {}
