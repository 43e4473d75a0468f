/** Records that could not be applied: kept with everything needed to find out why, and to bring them back. */
@NullMarked
package io.orderflow.kafkaadapters.deadletter;

import org.jspecify.annotations.NullMarked;
