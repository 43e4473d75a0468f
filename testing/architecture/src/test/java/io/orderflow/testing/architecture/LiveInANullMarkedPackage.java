package io.orderflow.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Reports a class whose package says nothing about null. */
final class LiveInANullMarkedPackage extends ArchCondition<JavaClass> {

    LiveInANullMarkedPackage() {
        super("live in a package whose package-info carries @NullMarked");
    }

    @Override
    public void check(JavaClass candidate, ConditionEvents events) {
        boolean marked = candidate
                .getPackage()
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
        if (!marked) {
            events.add(SimpleConditionEvent.violated(
                    candidate, candidate.getName() + " lives in a package without @NullMarked"));
        }
    }
}
