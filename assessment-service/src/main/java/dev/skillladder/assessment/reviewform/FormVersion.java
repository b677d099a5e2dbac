package dev.skillladder.assessment.reviewform;

import dev.skillladder.assessment.cycle.RunningCycle;
import dev.skillladder.assessment.knownengineer.Role;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.problem.Conflict;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which version of the framework a person is asked by. */
@Component
class FormVersion {

    private final KnownFrameworks frameworks;
    private final JdbcClient jdbc;

    FormVersion(KnownFrameworks frameworks, JdbcClient jdbc) {
        this.frameworks = frameworks;
        this.jdbc = jdbc;
    }

    /**
     * The running cycle's if it is about the person's framework, else the newest that still has the person's role, else
     * the one by which the person's level was computed.
     */
    int of(UUID engineer, Role role, @Nullable RunningCycle cycle) {
        IntStream ofCycle = cycle != null && cycle.framework().equals(role.framework())
                ? IntStream.of(cycle.frameworkVersion())
                : IntStream.empty();
        return IntStream.concat(ofCycle, known(engineer, role))
                .filter(version -> hasRole(role, version))
                .findFirst()
                .orElseThrow(() -> new Conflict(
                        "The framework of this person's role, %s, has not arrived here yet or no longer has the role %s."
                                .formatted(role.framework(), role.role())));
    }

    private IntStream known(UUID engineer, Role role) {
        return IntStream.concat(
                frameworks.latest(role.framework()).stream(),
                jdbc
                        .sql("""
                                        select framework_version from engineer_level
                                        where engineer = :engineer and framework = :framework
                                        """)
                        .param("engineer", engineer)
                        .param("framework", role.framework())
                        .query(Integer.class)
                        .stream()
                        .mapToInt(Integer::intValue));
    }

    private boolean hasRole(Role role, int version) {
        return frameworks.document(role.framework(), version).roles().stream()
                .anyMatch(one -> one.id().equals(role.role()));
    }
}
