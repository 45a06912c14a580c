/**
 * A register in forms that others draw and count with: a graph, a map, tables. These are written
 * and never read back. Each says what it leaves out.
 */
@NullMarked
package org.bellbuoy.register.out;

import org.jspecify.annotations.NullMarked;
