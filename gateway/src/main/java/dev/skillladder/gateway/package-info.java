/** The only door: routes, limits, headers and one problem shape. */
@NullMarked
package dev.skillladder.gateway;

import org.jspecify.annotations.NullMarked;
