/** What holds for every request: its id. */
@NullMarked
package dev.skillladder.profile.request;

import org.jspecify.annotations.NullMarked;
