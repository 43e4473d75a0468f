/** The generations of the read model in PostgreSQL. Hidden. */
@NullMarked
package io.orderflow.orderservice.projection.persistence;

import org.jspecify.annotations.NullMarked;
