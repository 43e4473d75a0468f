/** What travels: looks into the catalogue of contracts and keeps it sound. */
@NullMarked
package io.orderflow.cli.contracts;

import org.jspecify.annotations.NullMarked;
