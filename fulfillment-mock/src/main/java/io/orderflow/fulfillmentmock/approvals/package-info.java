/** The approval source: opens a case for each order that needs one, and decides by a policy or by hand. */
@NullMarked
package io.orderflow.fulfillmentmock.approvals;

import org.jspecify.annotations.NullMarked;
