/** What the stack keeps on disk: where things lie, what runs, who holds the lock, the secrets. */
@NullMarked
package io.orderflow.deploy.local.state;

import org.jspecify.annotations.NullMarked;
