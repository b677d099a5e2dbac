/** 1EdTech CASE 1.1 packages, in and out; what is lost is in docs/exchange.md. */
@NullMarked
package dev.skillladder.catalog.exchange.casepackage;

import org.jspecify.annotations.NullMarked;
