/** The catalogue of events, topics and records as it lies in a folder or on the class path, good or bad. */
@NullMarked
package io.orderflow.contractchecks.catalogue;

import org.jspecify.annotations.NullMarked;
