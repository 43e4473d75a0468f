/** Everything that touches the engine, and the ledger of instances beside it. Hidden. */
@NullMarked
package io.orderflow.messagecorrelation.camunda;

import org.jspecify.annotations.NullMarked;
