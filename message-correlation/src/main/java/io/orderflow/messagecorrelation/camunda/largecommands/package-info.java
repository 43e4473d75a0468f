/** What the engine does in quadratic time, which nobody notices in a command for one instance, in linear time for hundreds. */
@NullMarked
package io.orderflow.messagecorrelation.camunda.largecommands;

import org.jspecify.annotations.NullMarked;
