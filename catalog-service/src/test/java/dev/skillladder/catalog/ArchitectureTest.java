package dev.skillladder.catalog;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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

    private static final JavaClasses CATALOG = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.skillladder.catalog");

    @Test
    void featuresFormNoCycle() {
        slices().matching("dev.skillladder.catalog.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature must be readable with only those below it; move the shared fact to the lower one")
                .check(CATALOG);
    }

    @Test
    void knowsOnlyContractDeliveryAndEngineOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("dev.skillladder.catalog..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.skillladder..")
                        .and(not(resideInAnyPackage(
                                "dev.skillladder.catalog..",
                                "dev.skillladder.contract..",
                                "dev.skillladder.delivery..",
                                "dev.skillladder.engine.."))))
                .because("services share events, not code; listen to the other service's topic instead")
                .check(CATALOG);
    }

    @Test
    void nothingIsPublicByAccident() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .and()
                .doNotHaveFullyQualifiedName("dev.skillladder.catalog.CatalogService")
                .should(beUsedByAnotherPackage())
                .because("public is a decision; drop the modifier of what only its own package uses")
                .check(CATALOG);
    }

    private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
        return new ArchCondition<>("be used by another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> !use.getOriginClass().getPackage().equals(type.getPackage()));
                events.add(new SimpleConditionEvent(type, used, type.getName() + " is used by its package only"));
            }
        };
    }
}
