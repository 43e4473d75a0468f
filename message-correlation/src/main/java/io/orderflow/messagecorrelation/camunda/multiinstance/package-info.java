/** Joins the instances of a parallel multi-instance by counting them, instead of keeping count in variables. Hidden. */
@NullMarked
package io.orderflow.messagecorrelation.camunda.multiinstance;

import org.jspecify.annotations.NullMarked;
