/** One id per request, through all services and logs. */
@NullMarked
package dev.skillladder.gateway.request;

import org.jspecify.annotations.NullMarked;
