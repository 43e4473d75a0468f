/** The process models as Java names: what a caller must spell as the model does. Needs no engine and no framework. */
@NullMarked
package io.orderflow.bpmn;

import org.jspecify.annotations.NullMarked;
