/** A view of Kafka that needs no extra download. */
@NullMarked
package io.orderflow.cli.topics;

import org.jspecify.annotations.NullMarked;
