/** The quote system: an accepted quote becomes the fact that orders are captured from. */
@NullMarked
package io.orderflow.fulfillmentmock.quotes;

import org.jspecify.annotations.NullMarked;
