/** What stands on Kafka's topics, read without a consumer group. */
@NullMarked
package io.orderflow.cli.records;

import org.jspecify.annotations.NullMarked;
