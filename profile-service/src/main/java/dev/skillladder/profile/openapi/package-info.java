/** How the API is described to others: OpenAPI with the nullness that the code states. */
@NullMarked
package dev.skillladder.profile.openapi;

import org.jspecify.annotations.NullMarked;
