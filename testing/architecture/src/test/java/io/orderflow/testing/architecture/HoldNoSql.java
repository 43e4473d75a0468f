package io.orderflow.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reports a class whose own text contains SQL. The compiler copies a constant into every class that uses it, so a
 * statement that an {@code …Sql} class of the same package declares is taken as that class's.
 */
final class HoldNoSql extends ArchCondition<JavaClass> {

    HoldNoSql() {
        super("hold no SQL");
    }

    @Override
    public void check(JavaClass candidate, ConditionEvents events) {
        Set<String> declaredElsewhere = candidate.getPackage().getClasses().stream()
                .filter(neighbour -> neighbour.getSimpleName().endsWith("Sql"))
                .flatMap(neighbour -> StringConstants.of(neighbour).stream())
                .collect(Collectors.toSet());
        StringConstants.of(candidate).stream()
                .filter(SqlText::looksLikeSql)
                .filter(text -> !declaredElsewhere.contains(text))
                .forEach(text -> events.add(SimpleConditionEvent.violated(
                        candidate, "%s holds the statement: %s".formatted(candidate.getName(), firstLine(text)))));
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
