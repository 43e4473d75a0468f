/** What the provider undoes: each attempt at a line at most once. */
@NullMarked
package io.orderflow.fulfillmentmock.reversals;

import org.jspecify.annotations.NullMarked;
