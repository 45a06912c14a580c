/**
 * The sea watch put together: sources into records in order of time, through the engine, into
 * findings with their evidence. The command line calls this room and nothing deeper. Files are read
 * here and in the core only.
 */
@NullMarked
package org.bellbuoy.sea.watch;

import org.jspecify.annotations.NullMarked;
