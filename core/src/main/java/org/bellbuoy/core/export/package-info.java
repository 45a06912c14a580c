/**
 * Findings in forms that other programs open: maps as GeoJSON, tables as CSV. Both show the same
 * flat columns. An export is for looking at; the finding's own JSON is what can be verified.
 */
@NullMarked
package org.bellbuoy.core.export;

import org.jspecify.annotations.NullMarked;
