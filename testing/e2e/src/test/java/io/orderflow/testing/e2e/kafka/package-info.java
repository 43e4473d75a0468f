/** Topics as a bystander sees them. */
@NullMarked
package io.orderflow.testing.e2e.kafka;

import org.jspecify.annotations.NullMarked;
