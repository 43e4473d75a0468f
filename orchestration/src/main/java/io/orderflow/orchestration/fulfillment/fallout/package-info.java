/** What operations people decide about a line that a provider has given up. */
@NullMarked
package io.orderflow.orchestration.fulfillment.fallout;

import org.jspecify.annotations.NullMarked;
