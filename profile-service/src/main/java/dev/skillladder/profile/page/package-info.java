/** Lists in pages, by keyset. */
@NullMarked
package dev.skillladder.profile.page;

import org.jspecify.annotations.NullMarked;
