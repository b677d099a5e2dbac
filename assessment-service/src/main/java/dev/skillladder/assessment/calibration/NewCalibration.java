package dev.skillladder.assessment.calibration;

import dev.skillladder.assessment.calibration.Calibration.Case;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What HR or a manager sends to open a session. */
record NewCalibration(
        @Nullable String name,
        @Nullable String framework,
        @Nullable UUID lead,
        @Nullable List<@Nullable UUID> participants,
        @Nullable List<@Nullable NewCase> cases) {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_PARTICIPANTS = 50;
    private static final int MOST_CASES = 200;

    /** One skill of one person, as it is sent. */
    record NewCase(@Nullable UUID engineer, @Nullable String skill) {}

    /** Everybody who is named, as far as anybody is. */
    Set<UUID> people() {
        Set<UUID> people = new HashSet<>();
        add(people, lead);
        if (participants != null) {
            participants.forEach(one -> add(people, one));
        }
        if (cases != null) {
            cases.forEach(one -> add(people, one == null ? null : one.engineer()));
        }
        return people;
    }

    private static void add(Set<UUID> people, @Nullable UUID person) {
        if (person != null) {
            people.add(person);
        }
    }

    /** The same with nothing missing, or everything that is wrong. */
    Checked check(Set<UUID> known, Predicate<String> isFramework, Set<String> skills) {
        List<FieldError> errors = new ArrayList<>();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            errors.add(new FieldError("/name", "Give a name of 1-" + LONGEST_NAME + " characters."));
        }
        if (framework == null || !isFramework.test(framework)) {
            errors.add(new FieldError("/framework", "Name a published framework."));
        }
        if (lead == null || !known.contains(lead)) {
            errors.add(new FieldError("/lead", "Name the person who leads the session."));
        }
        Set<Case> wanted = cases(known, skills, errors);
        Set<UUID> raters = participants(known, errors);
        Set<UUID> judged = wanted.stream().map(Case::engineer).collect(Collectors.toSet());
        if (judged.contains(lead) || raters.stream().anyMatch(judged::contains)) {
            errors.add(new FieldError("/participants", "Nobody takes part in a session about themselves."));
        }
        if (!errors.isEmpty() || name == null || framework == null || lead == null) {
            throw new BadInput(errors);
        }
        return new Checked(name.strip(), framework, lead, List.copyOf(raters), List.copyOf(wanted));
    }

    private Set<UUID> participants(Set<UUID> known, List<FieldError> errors) {
        Set<UUID> raters = new LinkedHashSet<>();
        if (participants != null) {
            participants.forEach(one -> add(raters, one));
        }
        if (raters.isEmpty() || raters.size() > MOST_PARTICIPANTS || !known.containsAll(raters)) {
            errors.add(new FieldError("/participants", "Name 1-" + MOST_PARTICIPANTS + " known people."));
        }
        return raters;
    }

    private Set<Case> cases(Set<UUID> known, Set<String> skills, List<FieldError> errors) {
        Set<Case> wanted = new LinkedHashSet<>();
        if (cases == null || cases.isEmpty() || cases.size() > MOST_CASES) {
            errors.add(new FieldError("/cases", "Name 1-" + MOST_CASES + " cases, each a person and a skill."));
            return wanted;
        }
        for (int i = 0; i < cases.size(); i++) {
            NewCase one = cases.get(i);
            UUID engineer = one == null ? null : one.engineer();
            String skill = one == null ? null : one.skill();
            if (engineer == null || skill == null || !known.contains(engineer) || !skills.contains(skill)) {
                errors.add(new FieldError("/cases/" + i, "Name a known person and a skill of the framework."));
            } else {
                wanted.add(new Case(engineer, skill));
            }
        }
        return wanted;
    }

    record Checked(String name, String framework, UUID lead, List<UUID> participants, List<Case> cases) {}
}
