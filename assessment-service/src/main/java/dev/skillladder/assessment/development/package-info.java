/** What people want and plan to do to get better: interests, and actions of the article's five kinds with their trace. */
@NullMarked
package dev.skillladder.assessment.development;

import org.jspecify.annotations.NullMarked;
