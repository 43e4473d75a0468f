/** Records that could not be applied, kept with everything needed to find out why. */
@NullMarked
package io.orderflow.kafkaadapters.deadletter;

import org.jspecify.annotations.NullMarked;
