/** Competency frameworks of CTDL-ASN in JSON-LD, in only. */
@NullMarked
package dev.skillladder.catalog.exchange.ctdl;

import org.jspecify.annotations.NullMarked;
