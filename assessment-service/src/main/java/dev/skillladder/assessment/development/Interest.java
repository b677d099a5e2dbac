package dev.skillladder.assessment.development;

import java.time.Instant;

/** How much somebody wants to get better at a skill: 1 a little, 3 very much. */
record Interest(String framework, String skill, int interest, Instant statedAt) {}
