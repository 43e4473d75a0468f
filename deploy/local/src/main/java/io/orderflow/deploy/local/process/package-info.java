/** Child processes that cannot outlive the process that started them. */
@NullMarked
package io.orderflow.deploy.local.process;

import org.jspecify.annotations.NullMarked;
