package dev.skillladder.assessment.development;

import dev.skillladder.contract.catalog.FrameworkDocument.ActionKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action to plan.
 *
 * @param template a development action of the framework; kind, title and skills follow from it where they are left out
 * @param title needed without a template
 */
record NewAction(
        @Nullable String framework,
        @Nullable String template,
        @Nullable ActionKind kind,
        @Nullable List<String> skills,
        @Nullable String title,
        @Nullable String description,
        @Nullable LocalDate dueOn) {}
