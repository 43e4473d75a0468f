/** What has changed since the last release of the contracts, and who can no longer talk to whom because of it. */
@NullMarked
package io.orderflow.contractchecks.compatibility;

import org.jspecify.annotations.NullMarked;
