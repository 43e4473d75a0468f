/** Tests of the whole service on real PostgreSQL and Kafka; start at {@link io.orderflow.orderservice.OrderServiceNode}. */
package io.orderflow.orderservice;
