/**
 * A crane terminal that does not exist: captures of its network over days, with known truth, marked
 * SIMULATED. It writes files and sends nothing. Knows none of the other rooms.
 */
@NullMarked
package org.bellbuoy.port.simulate;

import org.jspecify.annotations.NullMarked;
