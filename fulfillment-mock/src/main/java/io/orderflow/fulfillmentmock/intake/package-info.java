/** What the provider hears from the order's events. */
@NullMarked
package io.orderflow.fulfillmentmock.intake;

import org.jspecify.annotations.NullMarked;
