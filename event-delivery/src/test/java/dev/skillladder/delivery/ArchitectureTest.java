package dev.skillladder.delivery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.skillladder.delivery");

    @Test
    void onlyWhatServicesNeedIsPublic() {
        assertThat(CLASSES.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet()))
                .as("public types; make a new one package-private, or add it here with a reason in the commit")
                .containsExactlyInAnyOrder(
                        "Event", "EventBatch", "EventHandler", "IncomingEvent", "Outbox", "PendingEvents");
    }

    @Test
    void knowsTopicsAndNoDomain() {
        noClasses()
                .that()
                .resideInAPackage("dev.skillladder.delivery..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.skillladder.contract.*..")
                .because("delivery carries every event alike; what an event means belongs to the services")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.skillladder.delivery..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.skillladder.assessment..",
                        "dev.skillladder.catalog..",
                        "dev.skillladder.profile..",
                        "dev.skillladder.gateway..")
                .because("services depend on delivery, never the other way round")
                .check(CLASSES);
        classes()
                .that()
                .haveSimpleName("BrokerWatch")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.skillladder.contract.Topics")
                .because("this proves that the rules above see the contract at all")
                .check(CLASSES);
    }
}
