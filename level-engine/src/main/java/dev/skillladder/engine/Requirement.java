package dev.skillladder.engine;

/** What one level of a role asks of one skill; importance 1-100. */
public record Requirement(String skill, double proficiency, int importance, boolean mustHave) {}
