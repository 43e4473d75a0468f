package io.orderflow.testing.contractkits;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs a kit from outside. */
final class Kit {

    private Kit() {}

    /** The names of the tests that fail; those of a class that cannot even begin count as well. */
    static Set<String> failuresOf(Class<?> concrete) {
        return failures(concrete, selectClass(concrete));
    }

    /** As {@link #failuresOf(Class)}, of these tests only, which take no parameter. */
    static Set<String> failuresOf(Class<?> concrete, String... tests) {
        return failures(
                concrete,
                Stream.of(tests).map(test -> selectMethod(concrete, test)).toArray(DiscoverySelector[]::new));
    }

    private static Set<String> failures(Class<?> concrete, DiscoverySelector... selectors) {
        Events all = EngineTestKit.engine("junit-jupiter")
                .selectors(selectors)
                .execute()
                .allEvents();
        if (all.succeeded().count() == 0) {
            throw new IllegalStateException("nothing ran in " + concrete);
        }
        return all.failed().stream().map(Kit::testOf).collect(Collectors.toSet());
    }

    private static String testOf(Event failed) {
        return failed.getTestDescriptor()
                .getSource()
                .map(source -> source instanceof MethodSource method ? method.getMethodName() : source.toString())
                .orElse("unknown");
    }
}
