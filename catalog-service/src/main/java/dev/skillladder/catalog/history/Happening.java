package dev.skillladder.catalog.history;

/** What can happen to a framework. */
public enum Happening {
    /** A draft began. */
    CREATED,
    /** A draft's document was replaced. */
    REPLACED,
    /** Places of a draft were changed. */
    PATCHED,
    /** A text of a draft was confirmed to say what its other language says. */
    CONFIRMED,
    /** A second curator agreed to what a revision of a draft would do to people. */
    APPROVED,
    /** A draft was thrown away; only its history is left. */
    DELETED,
    /** A draft became a version. */
    PUBLISHED,
    /** The framework takes no more drafts and versions. */
    RETIRED,
    /** It takes them again. */
    REACTIVATED
}
