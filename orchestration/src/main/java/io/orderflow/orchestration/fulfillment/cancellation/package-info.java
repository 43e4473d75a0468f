/** Decisions of the process that the order should end, and what is undone once the order service has ended it. */
@NullMarked
package io.orderflow.orchestration.fulfillment.cancellation;

import org.jspecify.annotations.NullMarked;
