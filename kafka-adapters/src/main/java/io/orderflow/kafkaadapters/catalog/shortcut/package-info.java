/** A schema compiled to closures that can only say yes; whatever they do not accept is the schema library's to judge. */
@NullMarked
package io.orderflow.kafkaadapters.catalog.shortcut;

import org.jspecify.annotations.NullMarked;
