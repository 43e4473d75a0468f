/** Recurring chores of the tables, each run by one node at a time. Start at {@link io.orderflow.kafkaadapters.upkeep.UpkeepJob}. */
@NullMarked
package io.orderflow.kafkaadapters.upkeep;

import org.jspecify.annotations.NullMarked;
