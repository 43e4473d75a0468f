/** The local stack's command line: up, down, status, supervise. */
@NullMarked
package io.orderflow.deploy.local;

import org.jspecify.annotations.NullMarked;
