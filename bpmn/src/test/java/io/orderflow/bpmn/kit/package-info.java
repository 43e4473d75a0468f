/** What analysts work with in Camunda Modeler, written from the contracts. */
@NullMarked
package io.orderflow.bpmn.kit;

import org.jspecify.annotations.NullMarked;
