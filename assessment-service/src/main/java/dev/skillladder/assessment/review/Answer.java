package dev.skillladder.assessment.review;

/** What a rater says about a skill: how well, or why there is nothing to say. Each is kept as it was said. */
public enum Answer {
    /** A value of the scale; only this becomes an observation. */
    VALUE,
    /** The person has not begun with it; that is less than the scale's first step. */
    NOT_YET,
    /** The skill has no place in this person's work. */
    DOES_NOT_APPLY,
    /** The rater has not seen enough to tell. */
    NOT_SURE
}
