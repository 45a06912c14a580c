/**
 * Turns the bytes of AIS receivers into messages, without an object per message. NMEA lines with
 * their tag blocks, time stamps and message parts come in; the 27 message types of ITU-R M.1371
 * come out as raw integers under the standard's names, each with the bytes it rests on. Whatever
 * cannot be read is handed out as a reject with its reason, for nothing may vanish silently.
 */
@NullMarked
package org.bellbuoy.sea.ais;

import org.jspecify.annotations.NullMarked;
