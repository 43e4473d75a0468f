/** How each member of the stack is prepared, started and asked whether it is ready. */
@NullMarked
package io.orderflow.deploy.local.services;

import org.jspecify.annotations.NullMarked;
