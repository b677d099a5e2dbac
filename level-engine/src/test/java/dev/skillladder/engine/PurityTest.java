package dev.skillladder.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PurityTest {

    private final JavaClasses engine = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Rules.class.getPackageName());

    @Test
    void engineKnowsOnlyTheJdkAndTheContract() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.math..",
                        "java.nio.charset..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify.annotations..",
                        "dev.skillladder.contract..",
                        "dev.skillladder.engine..")
                .because("whoever checks a level must be able to run the engine alone: no Spring, no SQL")
                .check(engine);
    }

    @Test
    void engineHasNoClockAndNoChance() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class)
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .because("the same inputs give the same bytes on every instance and on every day: pass the day in")
                .check(engine);
    }

    @Test
    void engineComputesWithStrictMathOnly() {
        noClasses()
                .should()
                .callMethod(Math.class, "pow", double.class, double.class)
                .orShould()
                .callMethod(Math.class, "exp", double.class)
                .orShould()
                .callMethod(Math.class, "log", double.class)
                .because("Math may differ between machines in the last bit; StrictMath does not")
                .check(engine);
    }
}
