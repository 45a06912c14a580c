/**
 * From messages to movements of hulls. One MMSI can be several ships, so fixes are joined to hulls
 * before any speed is judged. What cannot be movement becomes a reject with its reason.
 */
@NullMarked
package org.bellbuoy.sea.track;

import org.jspecify.annotations.NullMarked;
