package io.orderflow.orderservice.projection.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next what to give as {@code before} for the page that follows; absent on the last one */
record SummaryPage(List<SummaryView> items, @Nullable String next) {}
