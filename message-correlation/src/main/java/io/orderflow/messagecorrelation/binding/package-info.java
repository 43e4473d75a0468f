/** What a model says about the events that its elements catch, in terms that are free of engine and broker. */
@NullMarked
package io.orderflow.messagecorrelation.binding;

import org.jspecify.annotations.NullMarked;
