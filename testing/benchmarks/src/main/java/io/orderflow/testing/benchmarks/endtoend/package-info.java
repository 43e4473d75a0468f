/** From the accepted quote to the completed order over all services, under a load that does not wait for anybody. */
@NullMarked
package io.orderflow.testing.benchmarks.endtoend;

import org.jspecify.annotations.NullMarked;
