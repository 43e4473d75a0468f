package io.orderflow.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/** Habits that hold in every module. */
final class CodeRules {

    private CodeRules() {}

    static ArchRule timeComesFromAClock(Tree tree) {
        return noClasses()
                .that()
                .resideInAPackage(tree.root() + "..")
                .should()
                .accessTargetWhere(new ReadsTheWallClock())
                .orShould()
                .callConstructor(java.util.Date.class)
                .because("a test must be able to set the time; inject java.time.Clock");
    }

    static ArchRule packagesAreNullMarked(Tree tree) {
        return classes()
                .that()
                .resideInAPackage(tree.root() + "..")
                .should(new LiveInANullMarkedPackage())
                .because("null is either written down or impossible");
    }

    static ArchRule innerPackagesShowNothing(Tree tree) {
        return classes()
                .that()
                .resideInAnyPackage(tree.module("kafkaadapters.consumer"), tree.exactly("messagecorrelation.camunda"))
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .because("callers get a library by its auto-configuration and its interfaces");
    }

    static ArchRule engineRoomsAreInner(Tree tree) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(tree.module("messagecorrelation.camunda"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(tree.module("messagecorrelation.camunda"))
                .because("what leans on the engine's inside must be replaceable without anybody noticing");
    }

    static ArchRule packagesFormNoCycles(Tree tree) {
        return slices().matching(tree.root() + ".(**)").should().beFreeOfCycles();
    }

    static ArchRule noFieldInjection(Tree tree) {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(tree.root() + "..")
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .because("a constructor says what a class needs, and the field can be final");
    }

    static ArchRule noPublicMutableFields(Tree tree) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(tree.root() + "..")
                .and()
                .arePublic()
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType("[Ljava.lang.String;")
                .because("nobody else may change an object's state");
    }

    static ArchRule nobodyPrints(Tree tree) {
        return noClasses()
                .that()
                .resideInAPackage(tree.root() + "..")
                .and()
                .resideOutsideOfPackages(tree.modules("cli", "deploy"))
                .should(ACCESS_STANDARD_STREAMS)
                .because("operators read logs with levels and trace ids");
    }
}
