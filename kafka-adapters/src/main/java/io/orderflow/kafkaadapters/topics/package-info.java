/** The topics as declared in contracts/topics.yaml, and how they come to exist on a broker. */
@NullMarked
package io.orderflow.kafkaadapters.topics;

import org.jspecify.annotations.NullMarked;
