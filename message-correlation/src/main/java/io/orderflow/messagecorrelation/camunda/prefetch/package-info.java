/** Reads for a whole batch what the engine would ask for row by row. */
@NullMarked
package io.orderflow.messagecorrelation.camunda.prefetch;

import org.jspecify.annotations.NullMarked;
