package dev.skillladder.assessment.reviewform;

import dev.skillladder.assessment.cycle.RunningCycle;
import dev.skillladder.assessment.review.Answer;
import dev.skillladder.assessment.reviewdraft.Draft;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.FrameworkDocument.ActionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one rater fills in about one person. What others said is no part of it.
 *
 * @param name of the person, null once erased
 * @param cycle the running one that the person takes part in; null if there is none
 * @param answers what can be said about a skill, with the words for it
 * @param skills those of the person's role, in the framework's order
 * @param draft what the rater saved and has not submitted; null if there is none
 */
record Form(
        UUID subject,
        @Nullable Text name,
        Kind kind,
        String framework,
        int frameworkVersion,
        Text frameworkName,
        String role,
        Text roleName,
        @Nullable RunningCycle cycle,
        Scale scale,
        List<NamedAnswer> answers,
        List<SkillOfForm> skills,
        @Nullable Draft draft) {

    Form {
        answers = List.copyOf(answers);
        skills = List.copyOf(skills);
    }

    /** The values that can be given. */
    record Scale(double min, double max, double step, List<NamedStep> steps) {}

    /** A whole step of the scale. */
    record NamedStep(int value, Text name) {}

    /** An answer and how to call it. */
    record NamedAnswer(Answer answer, Text name) {

        static final List<NamedAnswer> ALL = List.of(
                new NamedAnswer(Answer.VALUE, new Text("一个值", "A value")),
                new NamedAnswer(Answer.NOT_YET, new Text("尚未开始", "Not yet")),
                new NamedAnswer(Answer.DOES_NOT_APPLY, new Text("不适用", "Does not apply")),
                new NamedAnswer(Answer.NOT_SURE, new Text("不确定", "Not sure")));
    }

    /**
     * One skill to rate.
     *
     * @param behaviours what a person does at each step, lowest first
     * @param last what this rater said of it last; null for nothing
     * @param evidence the person's items about it, newest first; none for peers, who do not see them
     */
    record SkillOfForm(
            String skill,
            Text name,
            Text description,
            String category,
            Text categoryName,
            List<Behaviour> behaviours,
            @Nullable LastAnswer last,
            List<Item> evidence) {}

    /** What a person at this step does. */
    record Behaviour(int step, Text text) {}

    /** What the same rater said of the same person in the same kind of review. */
    record LastAnswer(
            UUID review,
            Answer answer,
            @Nullable Double value,
            @Nullable String comment,
            LocalDate observedOn,
            Instant recordedAt) {}

    /** A piece of evidence. */
    record Item(
            UUID id,
            ActionKind kind,
            String title,
            @Nullable String link,
            double value,
            LocalDate observedOn,
            @Nullable LocalDate validUntil,
            boolean verified) {}
}
