/**
 * Cable systems and landing points, as GeoJSON and one JSON object a cable, with owners and
 * suppliers as lists in free text. Owners have no shares, for none are told; parts of a list are
 * never equal parts. The names make parties of this source alone: who they are is left to matching.
 */
@NullMarked
package org.bellbuoy.register.cables;

import org.jspecify.annotations.NullMarked;
