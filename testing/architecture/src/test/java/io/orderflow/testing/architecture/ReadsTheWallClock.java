package io.orderflow.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;

/**
 * A call or method reference that asks the machine for the time: {@code now()} of a java.time type without a clock, or
 * its old relatives.
 */
final class ReadsTheWallClock extends DescribedPredicate<JavaAccess<?>> {

    ReadsTheWallClock() {
        super("reads the wall clock");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return switch (access.getName()) {
            case "now" -> owner.startsWith("java.time.") && takesNoClock(access);
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            default -> false;
        };
    }

    private static boolean takesNoClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
