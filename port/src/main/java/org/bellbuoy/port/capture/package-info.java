/**
 * Captures: from files and standard input to packets, one reused packet at a time. Reads pcap and
 * pcapng, and puts several captures into one stream by time. What stands inside a packet is not
 * looked at here.
 */
@NullMarked
package org.bellbuoy.port.capture;

import org.jspecify.annotations.NullMarked;
