/** What operators do with the event backbone of a service, over HTTP; a deployable gets it by depending on this module. */
@NullMarked
package io.orderflow.operationsapi;

import org.jspecify.annotations.NullMarked;
