package dev.skillladder.engine.declarative;

import dev.skillladder.contract.Text;

/**
 * One reason why a rule cannot be used.
 *
 * @param pointer RFC 6901 pointer into the framework document
 */
public record RuleProblem(String pointer, Text message) {}
