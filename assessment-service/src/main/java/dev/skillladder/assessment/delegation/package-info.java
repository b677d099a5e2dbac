/** Delegations: who reviews in a manager's place while the manager is away. */
@NullMarked
package dev.skillladder.assessment.delegation;

import org.jspecify.annotations.NullMarked;
