/**
 * What the port watch judges: who commanded what, who came in from outside, what left, which second
 * way out there is. Detectors take operations, conversations and packets in the order of the
 * capture and give facts; they touch no clock, no file and no random source. The room knows nothing
 * of findings in files: {@code watch} makes them of facts.
 */
@NullMarked
package org.bellbuoy.port.detect;

import org.jspecify.annotations.NullMarked;
