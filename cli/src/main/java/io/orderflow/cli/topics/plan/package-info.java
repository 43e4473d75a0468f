/** Compares the declared topics with a broker and applies the difference. */
@NullMarked
package io.orderflow.cli.topics.plan;

import org.jspecify.annotations.NullMarked;
