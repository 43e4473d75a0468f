/** What the process tells when something takes longer than was promised: it goes on waiting, and operations know. */
@NullMarked
package io.orderflow.orchestration.fulfillment.jeopardy;

import org.jspecify.annotations.NullMarked;
