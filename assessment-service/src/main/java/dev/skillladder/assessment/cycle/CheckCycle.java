package dev.skillladder.assessment.cycle;

import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownengineer.Role;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds everything that is wrong with a cycle. */
@Component
class CheckCycle {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DAYS = 366;
    private static final int MOST_NAMED = 2_000;
    private static final int MOST_PEERS = 10;
    private static final int MOST_REMIND_DAYS = 60;

    private final KnownFrameworks frameworks;
    private final KnownEngineers engineers;
    private final JdbcClient jdbc;

    CheckCycle(KnownFrameworks frameworks, KnownEngineers engineers, JdbcClient jdbc) {
        this.frameworks = frameworks;
        this.engineers = engineers;
        this.jdbc = jdbc;
    }

    /** The cycle with nothing missing, or everything that is wrong. */
    Cycle check(UUID id, NewCycle given, String by, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<FieldError> errors = new ArrayList<>();
        checkName(given.name(), errors);
        int version = version(given, errors);
        LocalDate from = Objects.requireNonNullElse(given.from(), today);
        LocalDate to = Objects.requireNonNullElse(given.to(), from);
        LocalDate due = Objects.requireNonNullElse(given.due(), to);
        if (given.to() == null) {
            errors.add(new FieldError("/to", "Name the last day of the cycle."));
        }
        errors.addAll(period(from, to, due, today));
        List<UUID> teams = named(given.teams(), "/teams", knownTeams(given.teams())::contains, errors);
        List<String> roles = named(given.roles(), "/roles", roles(given.framework(), version)::contains, errors);
        List<UUID> people =
                named(given.people(), "/people", holders(given.people(), given.framework(), today)::contains, errors);
        List<UUID> leftOut = named(given.leftOut(), "/leftOut", known(given.leftOut())::contains, errors);
        if (teams.isEmpty() && roles.isEmpty() && people.isEmpty() && errors.isEmpty()) {
            errors.add(new FieldError("", "Choose who takes part: teams, roles or people."));
        }
        boolean self = Objects.requireNonNullElse(given.self(), true);
        boolean manager = Objects.requireNonNullElse(given.manager(), true);
        int peers = within(given.peers(), 0, MOST_PEERS, "/peers", errors);
        int remind = within(given.remindDaysBefore(), 7, MOST_REMIND_DAYS, "/remindDaysBefore", errors);
        if (!self && !manager && peers == 0) {
            errors.add(new FieldError("/self", "Somebody has to review: self, manager or at least one peer."));
        }
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
        return new Cycle(
                id,
                Objects.requireNonNull(given.name()),
                Objects.requireNonNull(given.framework()),
                version,
                from,
                to,
                due,
                teams,
                Objects.requireNonNullElse(given.subteams(), true),
                roles,
                people,
                leftOut,
                self,
                manager,
                peers,
                remind,
                from.isAfter(today) ? Cycle.State.PLANNED : Cycle.State.OPEN,
                1,
                0,
                0,
                by,
                now,
                null);
    }

    /** What is wrong with a period. */
    static List<FieldError> period(LocalDate from, LocalDate to, LocalDate due, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        if (to.isBefore(from) || to.isBefore(today) || to.isAfter(from.plusDays(LONGEST_DAYS))) {
            errors.add(new FieldError(
                    "/to",
                    "The last day is today or later, and at most %d days after the first, %s."
                            .formatted(LONGEST_DAYS, from)));
        }
        if (due.isBefore(from) || due.isAfter(to)) {
            errors.add(new FieldError("/due", "The due day lies between %s and %s.".formatted(from, to)));
        }
        return errors;
    }

    private static void checkName(@Nullable Text name, List<FieldError> errors) {
        if (name == null || isNoName(name.zh()) || isNoName(name.en())) {
            errors.add(
                    new FieldError("/name", "Give a name of 1-%d characters in zh and in en.".formatted(LONGEST_NAME)));
        }
    }

    private static boolean isNoName(@Nullable String name) {
        return name == null || name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0;
    }

    private int version(NewCycle given, List<FieldError> errors) {
        String framework = given.framework();
        var latest = framework == null ? null : frameworks.latest(framework);
        if (framework == null || latest == null || latest.isEmpty()) {
            errors.add(new FieldError("/framework", "Name a published framework by its id."));
            return 0;
        }
        int version = Objects.requireNonNullElse(given.frameworkVersion(), latest.getAsInt());
        if (frameworks.find(framework, version).isEmpty()) {
            errors.add(new FieldError(
                    "/frameworkVersion", "Framework %s has no version %d.".formatted(framework, version)));
        }
        return version;
    }

    private static <T> List<T> named(
            @Nullable List<@Nullable T> given, String at, Predicate<T> known, List<FieldError> errors) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > MOST_NAMED) {
            errors.add(new FieldError(at, "Name at most %d; choose by team or role instead.".formatted(MOST_NAMED)));
            return List.of();
        }
        Set<T> named = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            T one = given.get(i);
            if (one == null || !known.test(one)) {
                errors.add(new FieldError(
                        at + "/" + i,
                        "%s cannot be chosen here: it is not known%s."
                                .formatted(one, at.equals("/people") ? ", or works in no role of the framework" : "")));
            } else {
                named.add(one);
            }
        }
        return List.copyOf(named);
    }

    private Set<UUID> knownTeams(@Nullable List<@Nullable UUID> given) {
        return Set.copyOf(jdbc.sql("select team from known_team where team = any (:teams::uuid[]) and not closed")
                .param("teams", ids(given).stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list());
    }

    private Set<String> roles(@Nullable String framework, int version) {
        Optional<FrameworkDocument> document =
                framework == null ? Optional.empty() : frameworks.find(framework, version);
        return document.map(found ->
                        found.roles().stream().map(FrameworkDocument.Role::id).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private Set<UUID> holders(@Nullable List<@Nullable UUID> given, @Nullable String framework, LocalDate today) {
        Map<UUID, Role> roles = engineers.roles(ids(given), today, null);
        return known(given).stream()
                .filter(person -> {
                    Role role = roles.get(person);
                    return role != null && role.framework().equals(framework);
                })
                .collect(Collectors.toSet());
    }

    private Set<UUID> known(@Nullable List<@Nullable UUID> given) {
        return engineers.find(ids(given)).values().stream()
                .filter(KnownEngineer::active)
                .map(KnownEngineer::engineer)
                .collect(Collectors.toSet());
    }

    private static List<UUID> ids(@Nullable List<@Nullable UUID> given) {
        List<UUID> ids = new ArrayList<>();
        if (given != null && given.size() <= MOST_NAMED) {
            for (UUID id : given) {
                if (id != null) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    private static int within(@Nullable Integer given, int standard, int most, String at, List<FieldError> errors) {
        int number = Objects.requireNonNullElse(given, standard);
        if (number < 0 || number > most) {
            errors.add(new FieldError(at, "Give a number from 0 to %d.".formatted(most)));
        }
        return number;
    }
}
