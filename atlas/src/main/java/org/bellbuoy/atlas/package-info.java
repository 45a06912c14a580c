/**
 * Knows where land is. It answers whether a place is land, how far the nearest shore lies and
 * whether a leg at sea would run aground, and it hands out coastlines for drawing maps. Its
 * coastlines are Natural Earth's, compiled into the jar when building, so it needs no network and
 * no files.
 */
@NullMarked
package org.bellbuoy.atlas;

import org.jspecify.annotations.NullMarked;
