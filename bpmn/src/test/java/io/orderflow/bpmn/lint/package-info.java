/** The rules of {@code lint/} once more in Java, so that the build needs no Node; both are held to the same fixtures. */
@NullMarked
package io.orderflow.bpmn.lint;

import org.jspecify.annotations.NullMarked;
