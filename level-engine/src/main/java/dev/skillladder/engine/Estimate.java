package dev.skillladder.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the observations say about one skill of one person. It needs no clock: age only enters when it is read for a day.
 *
 * @param mean m, on the scale
 * @param newest T, newest day any voice speaks of
 * @param weight W(T): how many fresh manager reviews this was worth on {@code newest}
 * @param spread S, at least 1: how far the voices disagree
 * @param reviewers active MANAGER and PEER voices
 * @param basis what kind of voices it rests on
 * @param contradictedUntil last day on which two recent voices lie two or more apart, null if none do
 * @param expiresOn first day on which a piece of evidence in it no longer counts, null if none expires
 */
public record Estimate(
        String skill,
        double mean,
        LocalDate newest,
        double weight,
        double spread,
        int reviewers,
        Basis basis,
        @Nullable LocalDate contradictedUntil,
        @Nullable LocalDate expiresOn) {

    /** Which voices an estimate rests on. */
    public enum Basis {
        /** At least one manager or peer. */
        REVIEWED,
        /** No manager or peer, but evidence. */
        DOCUMENTED,
        /** Only the person's own word. */
        CLAIMED
    }

    /** Only one manager or peer spoke: allowed, but told. */
    public boolean oneRater() {
        return reviewers == 1;
    }

    /** Recent voices lie two or more apart: worth talking about. */
    public boolean contradicted(LocalDate asOf) {
        return contradictedUntil != null && !asOf.isAfter(contradictedUntil);
    }
}
