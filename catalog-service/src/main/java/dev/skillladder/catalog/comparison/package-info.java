/** What changed from one version to another, or to a draft: as data, and as a page to read or print. */
@NullMarked
package dev.skillladder.catalog.comparison;

import org.jspecify.annotations.NullMarked;
