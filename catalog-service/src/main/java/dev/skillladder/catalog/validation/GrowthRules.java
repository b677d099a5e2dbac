package dev.skillladder.catalog.validation;

import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.CarryOver;
import dev.skillladder.contract.catalog.FrameworkDocument.Course;
import dev.skillladder.contract.catalog.FrameworkDocument.DevelopmentAction;
import dev.skillladder.contract.catalog.FrameworkDocument.Milestone;
import dev.skillladder.contract.catalog.FrameworkDocument.Proficiency;
import dev.skillladder.contract.catalog.FrameworkDocument.Programme;
import dev.skillladder.contract.catalog.FrameworkDocument.Transfer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Transfers between roles, ways to improve, and the programme for newcomers. */
final class GrowthRules {

    private final Findings findings;
    private final Known known;
    private final @Nullable Steps steps;
    private final Set<List<String>> transfers = new HashSet<>();
    private final Set<String> actions = new HashSet<>();

    GrowthRules(Findings findings, Known known, @Nullable Steps steps) {
        this.findings = findings;
        this.known = known;
        this.steps = steps;
    }

    void check(FrameworkDocument document) {
        findings.each("/transfers", document.transfers(), this::transfer);
        findings.each("/developmentActions", document.developmentActions(), this::action);
        if (document.programme() != null) {
            programme("/programme", document.programme());
        }
    }

    private void transfer(String at, Transfer transfer) {
        boolean from = findings.reference(at + "/from", transfer.from(), known.roles(), Code.UNKNOWN_ROLE);
        boolean to = findings.reference(at + "/to", transfer.to(), known.roles(), Code.UNKNOWN_ROLE);
        if (from && to && transfer.from().equals(transfer.to())) {
            findings.add(at + "/to", Code.TRANSFER_TO_ITSELF);
        } else if (from && to && !transfers.add(List.of(transfer.from(), transfer.to()))) {
            findings.add(at, Code.DUPLICATE_TRANSFER, transfer.from(), transfer.to());
        }
        Set<String> carried = new HashSet<>();
        findings.each(at + "/carriesOver", transfer.carriesOver(), (place, carry) -> carry(place, carry, carried));
        findings.references(at + "/complement", transfer.complement(), known.skills(), Code.UNKNOWN_SKILL);
        findings.line(at + "/source", transfer.source());
    }

    private void carry(String at, CarryOver carry, Set<String> earlier) {
        if (findings.reference(at + "/skill", carry.skill(), known.skills(), Code.UNKNOWN_SKILL)
                && !earlier.add(carry.skill())) {
            findings.add(at + "/skill", Code.DUPLICATE_REFERENCE, carry.skill());
        }
        if (!(carry.rate() > 0 && carry.rate() <= 1)) {
            findings.add(at + "/rate", Code.RATE_RANGE, carry.rate());
        }
    }

    private void action(String at, DevelopmentAction action) {
        findings.id(at + "/id", action.id(), actions);
        if (action.kind() == null) {
            findings.missing(at + "/kind");
        }
        findings.text(at + "/name", action.name());
        findings.text(at + "/description", action.description());
        findings.references(at + "/skills", action.skills(), known.skills(), Code.UNKNOWN_SKILL);
        findings.line(at + "/source", action.source());
    }

    private void programme(String at, Programme programme) {
        findings.id(at + "/id", programme.id(), new HashSet<>());
        findings.text(at + "/name", programme.name());
        findings.text(at + "/description", programme.description());
        findings.reference(at + "/role", programme.role(), known.roles(), Code.UNKNOWN_ROLE);
        if (programme.months() < 1) {
            findings.add(at + "/months", Code.MONTH_RANGE, programme.months(), "≥ 1");
        }
        proficiencies(at + "/entry", programme.entry());
        int[] last = {0};
        findings.each(at + "/milestones", programme.milestones(), (place, milestone) -> {
            milestone(place, milestone, programme, last[0]);
            last[0] = milestone.month();
        });
        Set<String> courses = new HashSet<>();
        findings.each(at + "/courses", programme.courses(), (place, course) -> course(place, course, courses));
        findings.line(at + "/source", programme.source());
    }

    private void milestone(String at, Milestone milestone, Programme programme, int last) {
        if (milestone.month() <= last || milestone.month() > programme.months()) {
            findings.add(at + "/month", Code.MONTH_RANGE, milestone.month(), last + " < … ≤ " + programme.months());
        }
        findings.text(at + "/name", milestone.name());
        findings.line(at + "/source", milestone.source());
        boolean roleKnown = programme.role() != null && known.roles().contains(programme.role());
        if (milestone.level() != null
                && roleKnown
                && !known.levelsOf(programme.role()).contains(milestone.level())) {
            findings.add(at + "/level", Code.UNKNOWN_LEVEL, milestone.level());
        }
        proficiencies(at + "/proficiencies", milestone.proficiencies());
        boolean empty =
                milestone.proficiencies() == null || milestone.proficiencies().isEmpty();
        if (milestone.level() == null && empty) {
            findings.add(at, Code.MILESTONE_EMPTY);
        }
    }

    private void proficiencies(String at, @Nullable List<Proficiency> proficiencies) {
        Set<String> earlier = new HashSet<>();
        findings.each(at, proficiencies, (place, proficiency) -> {
            if (findings.reference(place + "/skill", proficiency.skill(), known.skills(), Code.UNKNOWN_SKILL)
                    && !earlier.add(proficiency.skill())) {
                findings.add(place + "/skill", Code.DUPLICATE_REFERENCE, proficiency.skill());
            }
            if (steps != null && !steps.has(proficiency.proficiency())) {
                findings.add(place + "/proficiency", Code.OFF_SCALE, proficiency.proficiency());
            }
        });
    }

    private void course(String at, Course course, Set<String> earlier) {
        findings.id(at + "/id", course.id(), earlier);
        findings.text(at + "/name", course.name());
        findings.references(at + "/skills", course.skills(), known.skills(), Code.UNKNOWN_SKILL);
        findings.line(at + "/source", course.source());
    }
}
