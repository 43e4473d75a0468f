/** Feeds real invoices, watches what becomes of them and accounts for every row. */
@NullMarked
package io.orderflow.cli.demo;

import org.jspecify.annotations.NullMarked;
