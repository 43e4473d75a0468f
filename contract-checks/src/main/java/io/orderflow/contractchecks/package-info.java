/** What the build knows about event contracts: how to read them, what makes a good one, and what may change. */
@NullMarked
package io.orderflow.contractchecks;

import org.jspecify.annotations.NullMarked;
