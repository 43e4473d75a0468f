/** The long-running part: starts the services in order, restarts what dies, stops everything. */
@NullMarked
package io.orderflow.deploy.local.supervisor;

import org.jspecify.annotations.NullMarked;
