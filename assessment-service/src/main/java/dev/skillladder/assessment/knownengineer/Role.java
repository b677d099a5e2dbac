package dev.skillladder.assessment.knownengineer;

/** A role of a framework that a person works in. */
public record Role(String framework, String role) {}
