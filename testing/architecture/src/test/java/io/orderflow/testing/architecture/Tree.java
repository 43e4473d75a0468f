package io.orderflow.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;

/** A root package and the names of the modules below it. */
record Tree(String root) {

    static final Tree PRODUCTION = new Tree("io.orderflow");

    /** Patterns for the packages of some modules, written without the root. */
    String[] modules(String... names) {
        return Arrays.stream(names).map(this::module).toArray(String[]::new);
    }

    String module(String name) {
        return exactly(name) + "..";
    }

    String exactly(String name) {
        return root + "." + name;
    }

    /** The main classes of all modules on the class path. */
    JavaClasses mainClasses() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    /** All classes below the root, wherever they were compiled to. */
    JavaClasses allClasses() {
        return new ClassFileImporter().importPackages(root);
    }
}
