/** Submit, show and cancel an order; decide about its failed lines. */
@NullMarked
package io.orderflow.cli.order;

import org.jspecify.annotations.NullMarked;
