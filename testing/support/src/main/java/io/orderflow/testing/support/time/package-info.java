/** Time that a test moves. */
@NullMarked
package io.orderflow.testing.support.time;

import org.jspecify.annotations.NullMarked;
