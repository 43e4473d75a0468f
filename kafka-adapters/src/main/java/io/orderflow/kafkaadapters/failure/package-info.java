/** What kinds of failure there are and which kind an exception is. */
@NullMarked
package io.orderflow.kafkaadapters.failure;

import org.jspecify.annotations.NullMarked;
