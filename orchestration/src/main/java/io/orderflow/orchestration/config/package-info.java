/** How the engine, its database and its web applications are set up. */
@NullMarked
package io.orderflow.orchestration.config;

import org.jspecify.annotations.NullMarked;
