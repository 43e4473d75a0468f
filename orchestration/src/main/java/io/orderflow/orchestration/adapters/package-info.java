/** One consumer for each topic: which event does what to which process. The only place where Kafka and Camunda meet. */
@NullMarked
package io.orderflow.orchestration.adapters;

import org.jspecify.annotations.NullMarked;
