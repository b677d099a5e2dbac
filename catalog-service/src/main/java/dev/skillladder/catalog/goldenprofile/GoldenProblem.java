package dev.skillladder.catalog.goldenprofile;

import dev.skillladder.contract.Text;

/**
 * What is wrong with a golden profile, or with what the version computes for it.
 *
 * @param pointer RFC 6901 pointer into the framework document
 */
public record GoldenProblem(String pointer, Text message) {}
