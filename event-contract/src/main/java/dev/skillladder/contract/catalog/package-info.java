/** What catalog-service tells: published framework versions. */
@NullMarked
package dev.skillladder.contract.catalog;

import org.jspecify.annotations.NullMarked;
