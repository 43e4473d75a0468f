/** Builds the read model again from the first event on, compares it with the one in use, and switches. */
@NullMarked
package io.orderflow.orderservice.projection.replay;

import org.jspecify.annotations.NullMarked;
