/** Receipts of callbacks in PostgreSQL. */
@NullMarked
package io.orderflow.orderservice.callback.persistence;

import org.jspecify.annotations.NullMarked;
