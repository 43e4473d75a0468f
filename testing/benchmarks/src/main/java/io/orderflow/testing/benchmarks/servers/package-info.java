/** What a benchmark runs on: PostgreSQL, a broker in a process of its own, and nodes made of the library alone. */
@NullMarked
package io.orderflow.testing.benchmarks.servers;

import org.jspecify.annotations.NullMarked;
