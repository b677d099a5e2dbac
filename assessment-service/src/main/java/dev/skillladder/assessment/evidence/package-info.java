/** Evidence: what a person did or made, from people through the API and from external systems through Kafka. */
@NullMarked
package dev.skillladder.assessment.evidence;

import org.jspecify.annotations.NullMarked;
