/** How long the outside world takes: drawn from a seed, so that a run can be repeated. */
@NullMarked
package io.orderflow.fulfillmentmock.latency;

import org.jspecify.annotations.NullMarked;
