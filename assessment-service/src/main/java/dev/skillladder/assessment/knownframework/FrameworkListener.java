package dev.skillladder.assessment.knownframework;

/** Wants to know when a framework version becomes known; called in the transaction that stores it. */
public interface FrameworkListener {

    void published(String framework, int version, boolean textOnly);
}
