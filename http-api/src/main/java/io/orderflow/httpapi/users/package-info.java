/** Who may call, for which tenant, and what: closed by default. */
@NullMarked
package io.orderflow.httpapi.users;

import org.jspecify.annotations.NullMarked;
