package io.orderflow.deploy.local.supervisor;

import io.orderflow.deploy.local.services.Purpose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to run the stack.
 *
 * @param fresh start with empty data
 * @param tiedTo stop when this process has ended
 * @param purpose what the stack is for
 * @param services which members to start, by name
 */
public record SupervisorOptions(boolean fresh, @Nullable Long tiedTo, Purpose purpose, List<String> services) {}
