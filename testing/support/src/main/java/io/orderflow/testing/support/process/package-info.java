/** JVMs of their own that a test kills, stops and continues; none outlives the test's JVM. */
@NullMarked
package io.orderflow.testing.support.process;

import org.jspecify.annotations.NullMarked;
