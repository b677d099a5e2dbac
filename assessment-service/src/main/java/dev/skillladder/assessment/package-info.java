/** Reviews and evidence become observations, observations become estimates and levels that can be explained. */
@NullMarked
package dev.skillladder.assessment;

import org.jspecify.annotations.NullMarked;
