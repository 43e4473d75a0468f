/** What every producer and every consumer of a catalogued event has to pass, as tests that a service inherits. */
@NullMarked
package io.orderflow.testing.contractkits;

import org.jspecify.annotations.NullMarked;
