/** What assessment-service tells and what external evidence producers tell it. */
@NullMarked
package dev.skillladder.contract.assessment;

import org.jspecify.annotations.NullMarked;
