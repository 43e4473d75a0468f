/** What our HTTP APIs have in common. */
@NullMarked
package io.orderflow.httpapi;

import org.jspecify.annotations.NullMarked;
