/** Process models, in files and deployed: what there is, what changed, who stands where. */
@NullMarked
package io.orderflow.cli.model;

import org.jspecify.annotations.NullMarked;
