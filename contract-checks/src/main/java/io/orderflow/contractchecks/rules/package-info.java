/** One class for each thing that a catalogue must keep to, with what to do when it does not. */
@NullMarked
package io.orderflow.contractchecks.rules;

import org.jspecify.annotations.NullMarked;
