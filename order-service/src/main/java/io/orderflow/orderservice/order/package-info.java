/** The life of an order in plain Java: its states, its transitions and the facts they leave behind. Start at {@link io.orderflow.orderservice.order.Order}. */
@NullMarked
package io.orderflow.orderservice.order;

import org.jspecify.annotations.NullMarked;
