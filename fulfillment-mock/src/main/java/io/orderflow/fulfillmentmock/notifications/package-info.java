/** The notification sink: notes whom it would have told what, once for each event. */
@NullMarked
package io.orderflow.fulfillmentmock.notifications;

import org.jspecify.annotations.NullMarked;
