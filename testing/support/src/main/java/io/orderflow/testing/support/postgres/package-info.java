/** One real PostgreSQL per JVM; entry point is {@link io.orderflow.testing.support.postgres.TestPostgres}. */
@NullMarked
package io.orderflow.testing.support.postgres;

import org.jspecify.annotations.NullMarked;
