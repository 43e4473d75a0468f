/** Requests that nobody would write: valid ones, bent by rules from a seed, against the running service. */
package io.orderflow.orderservice.order.web.generated;
