/** From a record on the order topic to the process instance that goes on: the packaged service against the usual listener. */
@NullMarked
package io.orderflow.testing.benchmarks.correlation;

import org.jspecify.annotations.NullMarked;
