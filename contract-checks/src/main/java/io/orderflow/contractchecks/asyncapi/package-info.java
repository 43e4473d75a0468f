/** The catalogue as an AsyncAPI document for tools and as one page for people. */
@NullMarked
package io.orderflow.contractchecks.asyncapi;

import org.jspecify.annotations.NullMarked;
