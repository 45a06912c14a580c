/**
 * Conversations: packets sorted by who speaks with whom, TCP put back in order across loss,
 * protocols told by content, bytes handed to their decoders. Memory is bounded, for each
 * conversation and for all. What bytes mean is for decoders, what conversations mean for detectors.
 */
@NullMarked
package org.bellbuoy.port.stream;

import org.jspecify.annotations.NullMarked;
