/** Who resolves line fallout in Tasklist, and where they see it: made at the start if it is not there. */
@NullMarked
package io.orderflow.orchestration.tasklist;

import org.jspecify.annotations.NullMarked;
