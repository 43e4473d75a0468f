/** Reading request bodies strictly, and saying everything that is wrong with them at once. */
@NullMarked
package io.orderflow.httpapi.json;

import org.jspecify.annotations.NullMarked;
