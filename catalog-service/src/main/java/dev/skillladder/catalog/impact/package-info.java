/** What a draft would do to people: asked of assessment-service, kept as numbers, and looked at before publishing. */
@NullMarked
package dev.skillladder.catalog.impact;

import org.jspecify.annotations.NullMarked;
