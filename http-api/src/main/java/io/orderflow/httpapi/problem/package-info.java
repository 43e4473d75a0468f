/** Every refusal in one shape, whoever refuses: our code, Spring, a filter, or Tomcat. */
@NullMarked
package io.orderflow.httpapi.problem;

import org.jspecify.annotations.NullMarked;
