/** The order service: the one owner of every order's life. */
@NullMarked
package io.orderflow.orderservice;

import org.jspecify.annotations.NullMarked;
