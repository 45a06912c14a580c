/**
 * Cable routes, the nearest cable to a place, and the cables a silent ship could have reached. All
 * here is immutable once built and may be asked by many threads. Routes come from the user's
 * GeoJSON; nothing here knows of vessels, detectors or land.
 */
@NullMarked
package org.bellbuoy.sea.cable;

import org.jspecify.annotations.NullMarked;
