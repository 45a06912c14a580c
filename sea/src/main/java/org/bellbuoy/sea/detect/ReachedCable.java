package org.bellbuoy.sea.detect;

import org.bellbuoy.core.finding.AssetRef;

/**
 * A cable that a vessel could have come to during a silence.
 *
 * @param asset the cable with the stretch within reach
 * @param longestStaySeconds longest time it could have spent at the cable
 * @param leastSpeedKnots least speed with which it could have been there at all
 * @param onStraightWay whether the straight way crosses the cable's band
 */
public record ReachedCable(
    AssetRef asset, double longestStaySeconds, double leastSpeedKnots, boolean onStraightWay) {}
