package dev.skillladder.assessment.explanation;

/**
 * Who reads an explanation: that decides whom it names and how it speaks. Peers are never named to anyone.
 *
 * @param own the person it is about
 * @param namesManagers may know which manager said what
 * @param seesSources gave the observations and so knows every source
 */
public record Reader(boolean own, boolean namesManagers, boolean seesSources) {

    /** Whoever sends a case to be evaluated. */
    public static final Reader OF_OWN_CASE = new Reader(false, false, true);

    static final Reader THE_PERSON = new Reader(true, true, false);
    static final Reader A_MANAGER = new Reader(false, true, false);
    static final Reader HR = new Reader(false, false, false);
}
