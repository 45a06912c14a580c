/**
 * What happened to a server, by facts: each names its rule, its state and the bytes it rests on.
 * Reads no clock, no random source, no file. Judging a whole server is for the sweep.
 */
@NullMarked
package org.bellbuoy.server.detect;

import org.jspecify.annotations.NullMarked;
