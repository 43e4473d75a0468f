/** Compares the provider's log with the events once more, without doing anything, and mends by the normal commands on request. */
@NullMarked
package io.orderflow.fulfillmentmock.replay;

import org.jspecify.annotations.NullMarked;
