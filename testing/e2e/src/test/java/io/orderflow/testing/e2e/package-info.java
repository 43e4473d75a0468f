/** What the system promises, tried from outside on the packaged services. */
@NullMarked
package io.orderflow.testing.e2e;

import org.jspecify.annotations.NullMarked;
