@org.jspecify.annotations.NullMarked
package io.orderflow.testing.contractkits;
