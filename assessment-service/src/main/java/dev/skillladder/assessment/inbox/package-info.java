/** What people are told: an inbox per person, and mail where a server is configured. */
@NullMarked
package dev.skillladder.assessment.inbox;

import org.jspecify.annotations.NullMarked;
