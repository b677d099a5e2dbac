package dev.skillladder.assessment.nextlevel;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.LevelComputed.State;
import dev.skillladder.engine.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What would be if some skills were better, beside what is; nothing is stored. */
record WhatIfAnswer(
        UUID engineer,
        String framework,
        int frameworkVersion,
        String role,
        LocalDate asOf,
        @Nullable String confirmed,
        Place now,
        Place then,
        List<Line> lines) {

    /** Where the person stands. */
    record Place(
            @Nullable String verified,
            @Nullable String possible,
            State state,
            @Nullable Double pLow,
            @Nullable Double pHigh,
            List<Rung> levels) {}

    /** One level of the ladder, lowest first. */
    record Rung(String level, boolean verified, boolean possible, double pLow, double pHigh, int needed, int met) {}

    /**
     * One skill of the role.
     *
     * @param raisedTo as asked, null if it was not
     * @param mean estimate now and then, null if nothing is known
     */
    record Line(
            String skill,
            Text name,
            @Nullable Double raisedTo,
            @Nullable Double mean,
            @Nullable Double meanThen,
            List<Requirement> requirements) {}

    /** One level's requirement of the skill. */
    record Requirement(
            String level,
            double proficiency,
            int importance,
            boolean mustHave,
            Status status,
            Status statusThen,
            @Nullable Double p,
            @Nullable Double pThen) {}
}
