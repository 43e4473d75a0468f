/** The read model over HTTP: summaries for users, replays for operators. */
@NullMarked
package io.orderflow.orderservice.projection.web;

import org.jspecify.annotations.NullMarked;
