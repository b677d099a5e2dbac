/** Engineers and teams: who reports to whom, who works where and as what, since when. */
@NullMarked
package dev.skillladder.profile;

import org.jspecify.annotations.NullMarked;
