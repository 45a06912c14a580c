/**
 * Distances and directions on the sphere, in metres and degrees. Small pure functions that the
 * other rooms share. Anything that knows of ships, cables or land belongs elsewhere.
 */
@NullMarked
package org.bellbuoy.sea.geo;

import org.jspecify.annotations.NullMarked;
