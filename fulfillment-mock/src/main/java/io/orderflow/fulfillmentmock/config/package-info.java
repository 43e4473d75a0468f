/** Wiring: who may call, and the scheduler. */
@NullMarked
package io.orderflow.fulfillmentmock.config;

import org.jspecify.annotations.NullMarked;
