package io.orderflow.kafkaadapters.consumer;

/** An entry whose record becomes a dead letter, and why. */
record Buried(Entry entry, Cause cause) {}
