package dev.skillladder.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the gateway's packages may know of each other and of the rest. */
class GatewayRulesTest {

    private final JavaClasses gateway = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.skillladder.gateway");

    @Test
    void hasNoCyclesBetweenFeatures() {
        slices().matching("dev.skillladder.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .because(
                        "a feature that needs another and is needed by it is one feature; move what they share below both")
                .check(gateway);
    }

    @Test
    void knowsNoOtherPartOfTheProduct() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.skillladder.catalog..",
                        "dev.skillladder.profile..",
                        "dev.skillladder.assessment..",
                        "dev.skillladder.contract..",
                        "dev.skillladder.delivery..")
                .because("the gateway passes requests on and reads no meaning into them")
                .check(gateway);
    }

    @Test
    void showsOnlyWhatAnotherFeatureNeeds() {
        classes()
                .that()
                .arePublic()
                .and()
                .doNotHaveSimpleName("Gateway")
                .should()
                .resideInAnyPackage("..gateway.problem", "..gateway.request", "..gateway.access")
                .because("public is a decision: make the type package-private, or say here who needs it")
                .check(gateway);
    }
}
