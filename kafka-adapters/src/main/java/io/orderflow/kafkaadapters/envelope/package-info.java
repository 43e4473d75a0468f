/** The envelope every event travels in, and how it becomes bytes and headers and comes back. */
@NullMarked
package io.orderflow.kafkaadapters.envelope;

import org.jspecify.annotations.NullMarked;
