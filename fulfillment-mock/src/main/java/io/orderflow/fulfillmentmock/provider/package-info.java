/** The fulfilment provider: takes requests from order events, waits as a provider would, and answers. */
@NullMarked
package io.orderflow.fulfillmentmock.provider;

import org.jspecify.annotations.NullMarked;
