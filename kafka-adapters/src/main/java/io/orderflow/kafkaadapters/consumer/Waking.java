package io.orderflow.kafkaadapters.consumer;

/** What all groups of a node share so that their awaited events are woken: each is offered by one of them at a time. */
record Waking(Aside aside, InHand inHand, AwaitedDesk desk) {}
