/** Orders in PostgreSQL, read and written by the batch. Hidden behind the ports of the use cases. */
@NullMarked
package io.orderflow.orderservice.order.persistence;

import org.jspecify.annotations.NullMarked;
