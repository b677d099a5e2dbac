/** The service's OpenAPI description, where the endpoints themselves cannot say it. */
@NullMarked
package dev.skillladder.assessment.description;

import org.jspecify.annotations.NullMarked;
