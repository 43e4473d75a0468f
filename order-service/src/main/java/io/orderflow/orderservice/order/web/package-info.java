/** The HTTP API: strict about what comes in, problem+json about what went wrong. */
@NullMarked
package io.orderflow.orderservice.order.web;

import org.jspecify.annotations.NullMarked;
