package dev.skillladder.assessment.decision;

import dev.skillladder.contract.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How often proposals were confirmed without change.
 *
 * @param id who decided, or the team
 * @param name null once the person's data was erased
 * @param n decisions about proposals in the period
 * @param unchanged of them confirmed as proposed
 * @param share {@code unchanged / n}
 * @param alarm so many, and so often, that somebody should ask whether they look at all
 */
record UnchangedShare(UUID id, @Nullable Text name, int n, int unchanged, int rejected, double share, boolean alarm) {}
