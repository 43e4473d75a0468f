/** Reads what request bodies may leave out. */
@NullMarked
package io.orderflow.fulfillmentmock.json;

import org.jspecify.annotations.NullMarked;
