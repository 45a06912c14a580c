/**
 * EtherNet/IP (CIP Networks Library, volume 2) with CIP (volume 1) and PCCC inside it: explicit
 * messages over TCP and UDP, and the implicit messages over UDP. Told by content, on any port;
 * services of Logix controllers that are not published are named by what public parsers and
 * labelled captures say of them. Values of I/O and the layout of structures are not taken apart.
 */
@NullMarked
package org.bellbuoy.port.protocol.enip;

import org.jspecify.annotations.NullMarked;
