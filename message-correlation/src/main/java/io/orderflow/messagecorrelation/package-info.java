/**
 * From a message to the process instance that waits for it, or to a new one, exactly once for each business key. Start at
 * {@link io.orderflow.messagecorrelation.MessageCorrelator}. May use the Camunda engine; never Kafka, contracts or orders.
 */
@NullMarked
package io.orderflow.messagecorrelation;

import org.jspecify.annotations.NullMarked;
