/** Reckons how many consumers and partitions a peak needs. */
@NullMarked
package io.orderflow.cli.topics.size;

import org.jspecify.annotations.NullMarked;
