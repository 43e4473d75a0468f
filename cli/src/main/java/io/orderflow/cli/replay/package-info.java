/** Build again from the topics what was built from them once, and compare. */
@NullMarked
package io.orderflow.cli.replay;

import org.jspecify.annotations.NullMarked;
