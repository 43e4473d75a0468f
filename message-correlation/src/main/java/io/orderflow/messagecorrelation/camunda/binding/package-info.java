/** Reads from models which element catches which event, and refuses models that could never be reached by theirs. */
@NullMarked
package io.orderflow.messagecorrelation.camunda.binding;

import org.jspecify.annotations.NullMarked;
