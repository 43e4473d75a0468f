/** Tasks of people in the process, through the interface of Camunda's Tasklist. */
@NullMarked
package io.orderflow.cli.tasklist;

import org.jspecify.annotations.NullMarked;
