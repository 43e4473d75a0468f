/** Chooses what stands behind the servers that tests use. */
@NullMarked
package io.orderflow.testing.support;

import org.jspecify.annotations.NullMarked;
