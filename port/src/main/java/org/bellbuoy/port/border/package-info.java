/**
 * Who crosses the border of the watched networks and by which way: what leaves, a second way out,
 * hosts that take other hosts' addresses. Works on headers, names and addresses, not on what is
 * said. What cannot be seen on the mirrored network is listed with each finding.
 */
@NullMarked
package org.bellbuoy.port.border;

import org.jspecify.annotations.NullMarked;
