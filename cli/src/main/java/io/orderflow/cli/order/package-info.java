/** Submit, show and cancel an order. */
@NullMarked
package io.orderflow.cli.order;

import org.jspecify.annotations.NullMarked;
