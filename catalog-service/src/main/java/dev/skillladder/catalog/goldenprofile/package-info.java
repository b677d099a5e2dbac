/** Golden profiles: made-up people whose levels a version must compute as stated, checked with the level engine. */
@NullMarked
package dev.skillladder.catalog.goldenprofile;

import org.jspecify.annotations.NullMarked;
