/** Stories of single orders: what goes wrong, what the system makes of it, and the proof. */
@NullMarked
package io.orderflow.cli.scenario;

import org.jspecify.annotations.NullMarked;
