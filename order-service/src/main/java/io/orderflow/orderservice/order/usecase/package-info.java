/** What can be done to orders: load, act, save and publish in one transaction; and the ports through which it happens. */
@NullMarked
package io.orderflow.orderservice.order.usecase;

import org.jspecify.annotations.NullMarked;
