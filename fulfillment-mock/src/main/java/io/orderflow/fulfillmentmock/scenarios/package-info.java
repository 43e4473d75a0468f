/** What the provider is told to do to requests that have not arrived yet. */
@NullMarked
package io.orderflow.fulfillmentmock.scenarios;

import org.jspecify.annotations.NullMarked;
