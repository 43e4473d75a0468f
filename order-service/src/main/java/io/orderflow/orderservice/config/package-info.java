/** Wiring that belongs to the deployable: who may call, which clock, which policies. */
@NullMarked
package io.orderflow.orderservice.config;

import org.jspecify.annotations.NullMarked;
