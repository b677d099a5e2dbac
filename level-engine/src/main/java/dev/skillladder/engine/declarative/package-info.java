/** Companies' own rules, pure: what was said about skills and a declarative rule in, places on tracks out; see docs/rules.md. */
@NullMarked
package dev.skillladder.engine.declarative;

import org.jspecify.annotations.NullMarked;
