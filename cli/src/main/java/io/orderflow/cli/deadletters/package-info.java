/** What operators do about records that could not be applied, over the operations API of the services. */
@NullMarked
package io.orderflow.cli.deadletters;

import org.jspecify.annotations.NullMarked;
