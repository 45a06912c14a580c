/**
 * How records reach detectors: by subject, in event-time order, over all cores, with one result.
 * Detectors know neither threads nor clocks. The same detectors can run in another engine.
 */
@NullMarked
package org.bellbuoy.core.engine;

import org.jspecify.annotations.NullMarked;
