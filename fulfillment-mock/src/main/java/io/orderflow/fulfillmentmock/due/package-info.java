/** Doing what has become due, in batches and through outages of the database. */
@NullMarked
package io.orderflow.fulfillmentmock.due;

import org.jspecify.annotations.NullMarked;
