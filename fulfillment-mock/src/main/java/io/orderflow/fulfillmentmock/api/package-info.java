/** How HTTP bodies are read, and how callers are told what is wrong with them. */
@NullMarked
package io.orderflow.fulfillmentmock.api;

import org.jspecify.annotations.NullMarked;
