/** What is different between two models, element by element, told without any engine. */
@NullMarked
package io.orderflow.cli.model.diff;

import org.jspecify.annotations.NullMarked;
