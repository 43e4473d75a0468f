/** What order fulfilment cannot do in the model: one delegate for each service task, and the facts they publish. */
@NullMarked
package io.orderflow.orchestration.fulfillment;

import org.jspecify.annotations.NullMarked;
