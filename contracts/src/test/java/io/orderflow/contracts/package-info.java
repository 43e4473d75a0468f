/** Checks that the catalogue is complete and agrees with itself. */
@NullMarked
package io.orderflow.contracts;

import org.jspecify.annotations.NullMarked;
