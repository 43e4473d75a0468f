package io.orderflow.orderservice.order.usecase;

import java.util.List;

/**
 * One page of orders.
 *
 * @param page 0-based
 * @param total how many orders match, on all pages
 */
public record OrderPage(List<OrderSummary> items, int page, int size, long total) {}
