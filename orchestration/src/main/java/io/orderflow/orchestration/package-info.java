/** The deployable that runs the processes: it coordinates orders and never decides their status. */
@NullMarked
package io.orderflow.orchestration;

import org.jspecify.annotations.NullMarked;
