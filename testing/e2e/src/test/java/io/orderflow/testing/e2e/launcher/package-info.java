/** The project's own command and the stack that it holds up, as their user sees them. */
@NullMarked
package io.orderflow.testing.e2e.launcher;

import org.jspecify.annotations.NullMarked;
