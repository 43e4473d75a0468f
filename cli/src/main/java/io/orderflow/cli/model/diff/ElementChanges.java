package io.orderflow.cli.model.diff;

import java.util.List;

/**
 * What happened to one element.
 *
 * @param element as it is in the newer model, or in the older one if it is gone
 */
public record ElementChanges(Element element, List<Change> changes) {}
