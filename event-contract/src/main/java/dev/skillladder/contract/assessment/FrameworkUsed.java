package dev.skillladder.contract.assessment;

/** Somebody holds a role of the framework, for the first time. Topic {@code assessment.impact}, key {@code framework}. */
public record FrameworkUsed(String framework) {

    public static final String TYPE = "dev.skillladder.assessment.framework-used.v1";
}
