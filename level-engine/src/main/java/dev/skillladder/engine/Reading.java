package dev.skillladder.engine;

import dev.skillladder.contract.catalog.FrameworkDocument.Parameters;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An estimate read on a day: its confidence then and what it says about a requirement; sections 3 and 4 of docs/levels.md. */
public final class Reading {

    /** The standard normal's 97.5 % quantile. */
    private static final double BAND = 1.959964;

    private final Rules rules;
    private final Estimate estimate;
    private final LocalDate day;
    private final double weight;
    private final double precision;

    private Reading(Rules rules, Estimate estimate, LocalDate day) {
        this.rules = rules;
        this.estimate = estimate;
        this.day = day;
        this.weight = weightAfter(day.toEpochDay() - estimate.newest().toEpochDay());
        this.precision = StrictMath.sqrt(weight) / (rules.parameters().sigma0() * estimate.spread());
    }

    /** Reads an estimate on its newest day or later. */
    public static Reading of(Rules rules, Estimate estimate, LocalDate day) {
        return new Reading(rules, estimate, day);
    }

    /** W(t): how many fresh manager reviews the estimate is worth on the day. */
    public double weight() {
        return weight;
    }

    /** The lower end of the 95 % band, on the scale. */
    public double low() {
        return Math.max(rules.scale().min(), estimate.mean() - BAND / precision);
    }

    /** The upper end of the 95 % band, on the scale. */
    public double high() {
        return Math.min(rules.scale().max(), estimate.mean() + BAND / precision);
    }

    /** How the person stands to a least proficiency. */
    public Status status(double proficiency) {
        if (unknown()) {
            return Status.UNKNOWN;
        }
        return estimate.mean() >= proficiency - rules.parameters().tolerance() - Weighing.TOLERANCE
                ? Status.MET
                : Status.NOT_MET;
    }

    /** Probability that the person meets a least proficiency; null while the status is UNKNOWN. */
    public @Nullable Double probability(double proficiency) {
        return unknown() ? null : Normal.cumulative(z(proficiency));
    }

    /** First day on which age makes the estimate UNKNOWN; null if reviewers are missing, so that it is UNKNOWN anyway. */
    public @Nullable LocalDate staleOn() {
        if (tooFewReviewers()) {
            return null;
        }
        // closed form; the loops settle the day when the exact weight lies within rounding of W_min
        var fresh = StrictMath.log(estimate.weight() / rules.parameters().minWeight()) / StrictMath.log(2);
        var days = (long) Math.floor(rules.halfLifeDays(estimate.skill()) * fresh) + 1;
        while (!stale(weightAfter(days))) {
            days++;
        }
        while (stale(weightAfter(days - 1))) {
            days--;
        }
        return estimate.newest().plusDays(days);
    }

    boolean unknown() {
        return tooFewReviewers() || stale(weight);
    }

    double z(double proficiency) {
        return (estimate.mean() - proficiency + rules.parameters().tolerance()) * precision;
    }

    Estimate estimate() {
        return estimate;
    }

    Reading on(LocalDate other) {
        return other.equals(day) ? this : new Reading(rules, estimate, other);
    }

    private boolean tooFewReviewers() {
        return estimate.reviewers() < rules.parameters().minReviewers();
    }

    /** A weight of exactly W_min is enough, whatever rounding left of it. */
    private boolean stale(double weightThen) {
        Parameters parameters = rules.parameters();
        return weightThen < parameters.minWeight() * (1 - Weighing.TOLERANCE);
    }

    private double weightAfter(long days) {
        return estimate.weight() * Weighing.decay(days, rules.halfLifeDays(estimate.skill()));
    }
}
