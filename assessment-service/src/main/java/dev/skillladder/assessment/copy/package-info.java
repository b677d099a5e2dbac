/** Many rows into a table in one round trip: PostgreSQL's binary COPY. */
@NullMarked
package dev.skillladder.assessment.copy;

import org.jspecify.annotations.NullMarked;
