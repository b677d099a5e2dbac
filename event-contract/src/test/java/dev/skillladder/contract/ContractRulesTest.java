package dev.skillladder.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The contract is words only. */
class ContractRulesTest {

    private final JavaClasses contract = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.skillladder.contract");

    @Test
    void knowsNothingButTheJdk() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.skillladder.contract..", "java..", "org.jspecify.annotations..")
                .because("every service depends on the contract: a library here would be everybody's library; "
                        + "put what needs one into event-delivery or the service")
                .check(contract);
    }
}
