/** The order in which a command's rows are written, found in the time that a batch of hundreds of events allows. */
@NullMarked
package io.orderflow.messagecorrelation.camunda.flush;

import org.jspecify.annotations.NullMarked;
