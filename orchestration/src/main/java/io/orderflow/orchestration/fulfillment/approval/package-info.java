/** Orders that somebody has to approve before their lines are released. */
@NullMarked
package io.orderflow.orchestration.fulfillment.approval;

import org.jspecify.annotations.NullMarked;
