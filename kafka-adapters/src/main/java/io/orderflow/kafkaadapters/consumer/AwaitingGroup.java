package io.orderflow.kafkaadapters.consumer;

/** How a group reads the events that it has parked, and what it does with those that fail. */
record AwaitingGroup(RecordDecoder decoder, FailureRouter failures, ConsumerMeters meters) {}
