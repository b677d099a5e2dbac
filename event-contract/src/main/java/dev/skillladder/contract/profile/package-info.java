/** What profile-service tells: engineers and teams, each event with the whole state. */
@NullMarked
package dev.skillladder.contract.profile;

import org.jspecify.annotations.NullMarked;
