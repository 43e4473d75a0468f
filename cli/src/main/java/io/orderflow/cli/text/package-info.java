/** Text for a terminal: colours and tables. */
@NullMarked
package io.orderflow.cli.text;

import org.jspecify.annotations.NullMarked;
