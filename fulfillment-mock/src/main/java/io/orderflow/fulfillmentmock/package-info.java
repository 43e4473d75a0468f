/** A deployable test double for the outside world: the fulfilment provider and the quote system. */
@NullMarked
package io.orderflow.fulfillmentmock;

import org.jspecify.annotations.NullMarked;
