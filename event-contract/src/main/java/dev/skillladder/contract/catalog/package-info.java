/** What catalog-service tells: published framework versions, and drafts to be tried out. */
@NullMarked
package dev.skillladder.contract.catalog;

import org.jspecify.annotations.NullMarked;
