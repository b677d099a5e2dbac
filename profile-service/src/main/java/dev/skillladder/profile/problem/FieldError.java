package dev.skillladder.profile.problem;

/**
 * What is wrong with one value of a request.
 *
 * @param pointer RFC 6901 pointer into the body, {@code ""} for the body itself
 * @param detail what to do about it
 */
public record FieldError(String pointer, String detail) {}
