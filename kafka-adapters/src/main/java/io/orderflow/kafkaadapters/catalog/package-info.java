/** The catalogued events: who owns them, which topic carries them, and the schema that each side holds them to. */
@NullMarked
package io.orderflow.kafkaadapters.catalog;

import org.jspecify.annotations.NullMarked;
