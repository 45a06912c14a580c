/**
 * A farm that does not exist: logs and trees with known truth, marked SIMULATED. Scripts in it are
 * inert stand-ins. Knows none of the other rooms.
 */
@NullMarked
package org.bellbuoy.server.simulate;

import org.jspecify.annotations.NullMarked;
