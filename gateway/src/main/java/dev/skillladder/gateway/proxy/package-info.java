/** How requests travel to the services: connections, time limits, streams. */
@NullMarked
package dev.skillladder.gateway.proxy;

import org.jspecify.annotations.NullMarked;
