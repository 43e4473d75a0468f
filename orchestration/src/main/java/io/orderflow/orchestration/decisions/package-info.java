/** How decision tables are evaluated. */
@NullMarked
package io.orderflow.orchestration.decisions;

import org.jspecify.annotations.NullMarked;
