/** Drafts: what curators edit until it is published. */
@NullMarked
package dev.skillladder.catalog.draft;

import org.jspecify.annotations.NullMarked;
