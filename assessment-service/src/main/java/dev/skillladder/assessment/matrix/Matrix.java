package dev.skillladder.assessment.matrix;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.LevelComputed.State;
import dev.skillladder.engine.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People by skills. Rows are sorted by English name; every list of cells has one entry per column, in that order.
 *
 * @param cellFields what the entries of a cell are, in order
 * @param skills columns: what the roles of these people ask for, by framework and skill
 * @param together what the team holds of each column
 */
record Matrix(
        UUID team,
        Text name,
        LocalDate asOf,
        @Nullable Instant knownAt,
        List<String> cellFields,
        List<Column> skills,
        List<Person> people,
        List<Together> together) {

    /** A skill of a framework. */
    record Column(String framework, String skill, Text name, String category) {}

    /**
     * A row.
     *
     * @param role null without one on that day, as is everything about the level
     * @param override a person confirmed another level than was verified then
     * @param target level the cells compare with: the next to reach, or the highest
     * @param cells null where the role does not ask for the skill and nothing is known about it
     */
    record Person(
            UUID engineer,
            @Nullable Text name,
            @Nullable String framework,
            @Nullable Integer frameworkVersion,
            @Nullable String role,
            @Nullable String verified,
            @Nullable String possible,
            @Nullable String confirmed,
            boolean override,
            @Nullable State state,
            @Nullable Double pLow,
            @Nullable Double pHigh,
            @Nullable LocalDate changesOn,
            @Nullable String target,
            List<@Nullable Cell> cells) {}

    /**
     * One skill of one person, written as an array: a team of 2,000 has 120,000 of them.
     *
     * @param mean m on the scale, null if nothing is known
     * @param weight W on the day
     * @param p probability that {@code required} is met, null while UNKNOWN
     * @param status null if the role does not ask for the skill
     * @param required proficiency of the target level
     * @param gap how much the estimate lacks until the requirement is met
     * @param staleOn first day on which it is UNKNOWN by age
     * @param expiresOn first day on which evidence in it no longer counts
     * @param flags CLAIMED (the person's word only), DOCUMENTED, ONE_RATER, CONTRADICTION, STALE, EXEMPT (left
     *     out of this person's rule), CONTESTED (the person objects)
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"mean", "weight", "p", "status", "required", "gap", "staleOn", "expiresOn", "flags"})
    record Cell(
            @Nullable Double mean,
            @Nullable Double weight,
            @Nullable Double p,
            @Nullable Status status,
            @Nullable Double required,
            @Nullable Double gap,
            @Nullable LocalDate staleOn,
            @Nullable LocalDate expiresOn,
            List<String> flags) {

        static final List<String> FIELDS =
                List.of("mean", "weight", "p", "status", "required", "gap", "staleOn", "expiresOn", "flags");
    }

    /**
     * One column over all rows.
     *
     * @param mean of the estimates that are not UNKNOWN, null without any
     * @param asked people whose role asks for the skill
     * @param met people who meet their requirement
     * @param singleHolder the only one who does, if there is just one
     */
    record Together(
            @Nullable Double mean,
            int asked,
            int met,
            @Nullable UUID singleHolder) {}
}
