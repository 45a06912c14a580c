/**
 * Measures speed beside named peers, on the same bytes in the same run. A claim of speed anywhere
 * in the project stands on a benchmark here. Nothing here is part of the program.
 */
@NullMarked
package org.bellbuoy.bench;

import org.jspecify.annotations.NullMarked;
