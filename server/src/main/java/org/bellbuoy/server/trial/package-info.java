/**
 * Holds sweeps of SIMULATED farms against the truth of what was staged, act by act. It is the only
 * room that knows both the sweep and the simulator; no sweep depends on it. What it measures is how
 * well two parts of one program fit, not how often a real server is judged rightly.
 */
@NullMarked
package org.bellbuoy.server.trial;

import org.jspecify.annotations.NullMarked;
