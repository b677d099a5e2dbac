package dev.skillladder.engine.declarative;

import dev.skillladder.contract.assessment.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;

/** One source's newest word about one skill. */
public record Said(Kind kind, String source, BigDecimal value, LocalDate observedOn) {}
