/** The packaged services as processes, with their databases and topics. */
@NullMarked
package io.orderflow.testing.e2e.stack;

import org.jspecify.annotations.NullMarked;
