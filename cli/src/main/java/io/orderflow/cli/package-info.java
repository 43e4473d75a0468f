/** The operator's command line. */
@NullMarked
package io.orderflow.cli;

import org.jspecify.annotations.NullMarked;
