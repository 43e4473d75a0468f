/** Which events the models of this service may be bound to: the catalogue, as far as its adapters read it. */
@NullMarked
package io.orderflow.orchestration.binding;

import org.jspecify.annotations.NullMarked;
