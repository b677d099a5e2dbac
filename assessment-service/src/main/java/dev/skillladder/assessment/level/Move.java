package dev.skillladder.assessment.level;

/** Everybody assigned to the framework goes to this version, unless already on a newer one. */
public record Move(String framework, int version) {}
