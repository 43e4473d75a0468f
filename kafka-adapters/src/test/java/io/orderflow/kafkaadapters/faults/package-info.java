/** Breaks what the library stands on, and shows for each protection what happens without it. */
@NullMarked
package io.orderflow.kafkaadapters.faults;

import org.jspecify.annotations.NullMarked;
