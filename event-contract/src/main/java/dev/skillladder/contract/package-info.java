/** What services tell each other: topics and words shared by all events. Ids, primitives and instants only. */
@NullMarked
package dev.skillladder.contract;

import org.jspecify.annotations.NullMarked;
