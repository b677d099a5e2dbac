package dev.skillladder.engine;

/** How a person stands to one requirement. */
public enum Status {
    /** The estimate reaches it. */
    MET,
    /** The estimate falls short of it. */
    NOT_MET,
    /** Too little, or too old, to say: never zero, never a middle value. */
    UNKNOWN
}
