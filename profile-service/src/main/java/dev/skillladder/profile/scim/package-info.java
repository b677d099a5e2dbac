/** People and teams as identity providers tell them: SCIM 2.0 (RFC 7643, RFC 7644). */
@NullMarked
package dev.skillladder.profile.scim;

import org.jspecify.annotations.NullMarked;
