@org.jspecify.annotations.NullMarked
package io.orderflow.orderservice.contract;
