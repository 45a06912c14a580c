/**
 * Programs that call home at intervals: how regular the times and sizes of connections between two
 * parties are, from captures and from logs. Only pairs that cross the border are judged, for within
 * a plant everything polls. Regular is not hostile; that is said with every fact.
 */
@NullMarked
package org.bellbuoy.port.beacon;

import org.jspecify.annotations.NullMarked;
