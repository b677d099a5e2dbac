/** People sign in at the identity provider; what a browser keeps is a session cookie, never a token. */
@NullMarked
package dev.skillladder.gateway.login;

import org.jspecify.annotations.NullMarked;
