/** The running stack as a client finds it: addresses, credentials, HTTP. */
@NullMarked
package io.orderflow.cli.stack;

import org.jspecify.annotations.NullMarked;
