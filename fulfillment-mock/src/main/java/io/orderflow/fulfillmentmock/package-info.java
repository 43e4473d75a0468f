/** A deployable test double for the outside world: the fulfilment provider, the quote system, the approval source and the notification sink. */
@NullMarked
package io.orderflow.fulfillmentmock;

import org.jspecify.annotations.NullMarked;
