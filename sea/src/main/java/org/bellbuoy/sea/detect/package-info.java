/**
 * Rules of the sea watch at work: silences, lost positions, silent receivers. Detectors collect
 * facts of one subject; judges weigh them against the population afterwards. Nothing here reads a
 * clock or a file.
 */
@NullMarked
package org.bellbuoy.sea.detect;

import org.jspecify.annotations.NullMarked;
