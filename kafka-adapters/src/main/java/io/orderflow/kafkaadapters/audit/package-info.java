/** Carries every business fact to the audit topic once more, with where it stood and what it said there byte for byte. */
@NullMarked
package io.orderflow.kafkaadapters.audit;

import org.jspecify.annotations.NullMarked;
