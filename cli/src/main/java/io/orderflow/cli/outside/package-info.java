/** The outside world, told how to behave and asked what it did. */
@NullMarked
package io.orderflow.cli.outside;

import org.jspecify.annotations.NullMarked;
