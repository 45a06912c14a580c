/**
 * The sea watch put together: sources into records in order of time, through the engine, into
 * findings with their evidence. The command line runs the watch through this room and takes only
 * options and words from deeper ones. Files are read here and in the core only.
 */
@NullMarked
package org.bellbuoy.sea.watch;

import org.jspecify.annotations.NullMarked;
