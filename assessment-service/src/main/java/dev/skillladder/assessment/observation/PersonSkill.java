package dev.skillladder.assessment.observation;

import java.util.UUID;

/** One skill of one person: what an estimate is about. */
public record PersonSkill(UUID engineer, String framework, String skill) {}
