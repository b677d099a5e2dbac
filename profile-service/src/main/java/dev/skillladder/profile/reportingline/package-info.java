/** Who reports to whom, since when: solid lines form a tree on every day. */
@NullMarked
package dev.skillladder.profile.reportingline;

import org.jspecify.annotations.NullMarked;
