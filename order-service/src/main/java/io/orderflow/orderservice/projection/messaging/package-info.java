/** From events of orders to the read model in use. */
@NullMarked
package io.orderflow.orderservice.projection.messaging;

import org.jspecify.annotations.NullMarked;
