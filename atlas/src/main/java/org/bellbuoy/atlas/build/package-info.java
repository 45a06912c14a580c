/**
 * Compiles the coastlines when the project is built, and is left out of the jar. It reads Natural
 * Earth land as TopoJSON, mends what map editors cut apart at the antimeridian and the South Pole,
 * and writes the arrays that the atlas loads. The same input always gives the same bytes.
 */
@NullMarked
package org.bellbuoy.atlas.build;

import org.jspecify.annotations.NullMarked;
