package dev.skillladder.engine.declarative;

import dev.skillladder.contract.assessment.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known about one person on one day. */
public interface Statements {

    /** One voice per kind and source, in an order that does not depend on how they arrived. */
    List<Said> about(String skill, Set<Kind> kinds);

    /** m of LEVELS-1 from these kinds alone, to nine digits; null while it is UNKNOWN. */
    @Nullable BigDecimal estimate(String skill, Set<Kind> kinds);

    /** After how many days what is said about the skill weighs half. */
    int halfLifeDays(String skill);

    /** Whether the skill leaves the rule for this person. */
    boolean exempt(String skill);
}
