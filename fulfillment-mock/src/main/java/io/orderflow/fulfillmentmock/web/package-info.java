/** HTTP access to what the provider was asked and to how it behaves. */
@NullMarked
package io.orderflow.fulfillmentmock.web;

import org.jspecify.annotations.NullMarked;
