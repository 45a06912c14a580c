/**
 * How a line of comma-separated values is taken apart, once for all readers of small tables. Where
 * lines end, which columns there are and what is wrong with a row is left to them: their messages
 * differ. Feeds of a speed that matters have readers of their own.
 */
@NullMarked
package org.bellbuoy.core.csv;

import org.jspecify.annotations.NullMarked;
