/** The borders between modules and the habits of the code, checked over the compiled classes of all modules. */
@NullMarked
package io.orderflow.testing.architecture;

import org.jspecify.annotations.NullMarked;
