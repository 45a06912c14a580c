/**
 * The ways AIS comes in, each read into the same record. A feed knows its own time, its own quirks
 * and nothing of tracks or findings. Broken lines become rejects and never stop a run.
 */
@NullMarked
package org.bellbuoy.sea.feed;

import org.jspecify.annotations.NullMarked;
