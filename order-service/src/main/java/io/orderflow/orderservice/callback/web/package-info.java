/** The HTTP side of callbacks: only signed ones come in. */
@NullMarked
package io.orderflow.orderservice.callback.web;

import org.jspecify.annotations.NullMarked;
