/** What providers call back over HTTP: recorded once, and told to the order like their events. */
@NullMarked
package io.orderflow.orderservice.callback;

import org.jspecify.annotations.NullMarked;
