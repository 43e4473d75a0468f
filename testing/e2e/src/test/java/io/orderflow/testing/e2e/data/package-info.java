/** What the tests order. */
@NullMarked
package io.orderflow.testing.e2e.data;

import org.jspecify.annotations.NullMarked;
