/**
 * What a decoder of a protocol has to be, for streams, datagrams and frames, and what it is given.
 * Protocols are told by content; ports only make a doubtful sign count. The decoders themselves
 * stand in {@code protocol}, one package each.
 */
@NullMarked
package org.bellbuoy.port.decode;

import org.jspecify.annotations.NullMarked;
