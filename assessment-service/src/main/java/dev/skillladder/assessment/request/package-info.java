/** What every request has before its use case sees it: an id, a size limit, and JSON that is read strictly. */
@NullMarked
package dev.skillladder.assessment.request;

import org.jspecify.annotations.NullMarked;
