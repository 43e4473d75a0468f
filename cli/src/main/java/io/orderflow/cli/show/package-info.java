/** Who of the demo's orders meets which trouble, who deals with it, and what of it was seen in the end. */
@NullMarked
package io.orderflow.cli.show;

import org.jspecify.annotations.NullMarked;
