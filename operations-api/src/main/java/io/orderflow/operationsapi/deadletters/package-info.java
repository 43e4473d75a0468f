/** {@code /operations/dead-letters}: find, understand, bring back, give up. */
@NullMarked
package io.orderflow.operationsapi.deadletters;

import org.jspecify.annotations.NullMarked;
