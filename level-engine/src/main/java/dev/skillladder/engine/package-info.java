/** Pure: observations and a framework version in, estimates and a level out; see docs/levels.md. */
@NullMarked
package dev.skillladder.engine;

import org.jspecify.annotations.NullMarked;
