/** The read model of orders: what a row is, how events fold into it, and what its tables are asked for. */
@NullMarked
package io.orderflow.orderservice.projection;

import org.jspecify.annotations.NullMarked;
