package io.orderflow.deploy.local.supervisor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to run the stack.
 *
 * @param fresh start with empty data
 * @param tiedTo stop when this process has ended
 * @param services which members to start, by name
 */
public record SupervisorOptions(boolean fresh, @Nullable Long tiedTo, List<String> services) {}
