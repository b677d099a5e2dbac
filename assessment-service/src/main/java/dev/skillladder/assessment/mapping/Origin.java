package dev.skillladder.assessment.mapping;

/** The skill that was observed, in the version its source saw. */
public record Origin(String skill, int frameworkVersion) {}
