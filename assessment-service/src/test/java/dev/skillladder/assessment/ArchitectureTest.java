package dev.skillladder.assessment;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import org.junit.jupiter.api.Test;

/** How the module holds together. Each rule was broken once to see it fail. */
class ArchitectureTest {

    private static final String BASE = "dev.skillladder.assessment";

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @Test
    void featuresHaveNoCycles() {
        slices().matching(BASE + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because(
                        "a feature must be readable without the ones above it; where a lower one has to trigger a higher"
                                + " one, let the lower define a listener interface")
                .check(MODULE);
    }

    @Test
    void serviceKnowsOnlyContractDeliveryAndEngine() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "..")
                .should()
                .dependOnClassesThat(ours(
                        "classes of other modules",
                        BASE,
                        "dev.skillladder.contract",
                        "dev.skillladder.delivery",
                        "dev.skillladder.engine"))
                .because("services share facts, not code: keep a copy of what you need, fed by events")
                .check(MODULE);
    }

    @Test
    void onlyWhatAnotherPackageNeedsIsPublic() {
        classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("AssessmentService")
                .should(beUsedByAnotherPackage())
                .because("public is a decision: remove the modifier, or use the type elsewhere")
                .check(MODULE);
    }

    private static DescribedPredicate<JavaClass> ours(String description, String... allowed) {
        return new DescribedPredicate<>(description) {
            @Override
            public boolean test(JavaClass type) {
                return type.getPackageName().startsWith("dev.skillladder.")
                        && java.util.Arrays.stream(allowed)
                                .noneMatch(prefix -> type.getPackageName().equals(prefix)
                                        || type.getPackageName().startsWith(prefix + "."));
            }
        };
    }

    private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
        return new ArchCondition<>("be used by another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(dependency ->
                                !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
                if (!used) {
                    events.add(violated(type, type.getName() + " is public, but only its own package uses it"));
                }
            }
        };
    }
}
