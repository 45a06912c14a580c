/**
 * Where bytes come from: files, folders, archives and standard input, with digests taken while
 * reading. Broken input is described, never thrown about. Everything a watch reads passes through
 * this room.
 */
@NullMarked
package org.bellbuoy.core.source;

import org.jspecify.annotations.NullMarked;
