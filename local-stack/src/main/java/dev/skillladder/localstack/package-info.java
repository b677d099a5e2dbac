/** Starts everything without containers, each part its own process. */
@NullMarked
package dev.skillladder.localstack;

import org.jspecify.annotations.NullMarked;
