/** Reading a topic again, for who rebuilds from it what a consumer group once built. */
@NullMarked
package io.orderflow.kafkaadapters.replay;

import org.jspecify.annotations.NullMarked;
