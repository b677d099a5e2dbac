/** The demo identity provider: an OpenID Connect server with the demo users, for this machine only. */
@NullMarked
package dev.skillladder.localstack.identity;

import org.jspecify.annotations.NullMarked;
