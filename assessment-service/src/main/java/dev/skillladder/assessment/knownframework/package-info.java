/** This service's copy of published framework versions, fed by catalog.frameworks. */
@NullMarked
package dev.skillladder.assessment.knownframework;

import org.jspecify.annotations.NullMarked;
