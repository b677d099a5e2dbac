package dev.skillladder.profile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

/** Each rule was broken once to see it fail. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.skillladder.profile");

    @Test
    void featuresFormNoCircle() {
        slices().matching("dev.skillladder.profile.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that needs what needs it is one feature: move the shared part below both")
                .check(CLASSES);
    }

    @Test
    void serviceKnowsOnlyContractAndDelivery() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.skillladder.catalog..",
                        "dev.skillladder.assessment..",
                        "dev.skillladder.gateway..",
                        "dev.skillladder.seeds..",
                        "dev.skillladder.localstack..",
                        "dev.skillladder.testsupport..")
                .because("services share events, never code: keep an own copy of the other's facts")
                .check(CLASSES);
    }

    @Test
    void nothingIsPublicByAccident() {
        classes()
                .that(arePublicTopLevel())
                .and()
                .doNotHaveSimpleName("ProfileService")
                .should(beUsedByAnotherPackage())
                .because("public is a promise to other packages: remove the word where nobody uses it")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> arePublicTopLevel() {
        return DescribedPredicate.describe(
                "are public and not nested",
                type -> type.getModifiers().contains(JavaModifier.PUBLIC) && !type.isNestedClass());
    }

    private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
        return new ArchCondition<>("be used by another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage()));
                events.add(new SimpleConditionEvent(
                        type, used, type.getName() + " is public, but no other package uses it"));
            }
        };
    }
}
