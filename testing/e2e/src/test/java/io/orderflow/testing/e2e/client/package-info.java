/** The services' HTTP interfaces as a caller sees them. */
@NullMarked
package io.orderflow.testing.e2e.client;

import org.jspecify.annotations.NullMarked;
