/** The process engine behind Cockpit and Tasklist, as their pages talk to it. */
@NullMarked
package io.orderflow.cli.engine;

import org.jspecify.annotations.NullMarked;
