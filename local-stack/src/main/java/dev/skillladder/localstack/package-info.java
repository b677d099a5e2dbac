/** Starts everything without containers, each part its own process, and takes it down again. */
@NullMarked
package dev.skillladder.localstack;

import org.jspecify.annotations.NullMarked;
