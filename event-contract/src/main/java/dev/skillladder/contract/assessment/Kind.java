package dev.skillladder.contract.assessment;

/** Who an observation comes from, as it was on the day it was observed. */
public enum Kind {
    /** Anyone above the person in the solid or dotted line on that day. */
    MANAGER,
    /** A colleague who was asked. */
    PEER,
    /** The person. */
    SELF,
    /** Something the person did or made; its source is the item, not a person. */
    EVIDENCE
}
