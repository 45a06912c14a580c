/**
 * S7comm and S7comm-plus, Siemens' protocols of the S7 controllers over ISO on TCP (TPKT of RFC
 * 1006, COTP class 0 of ISO 8073). Told by content, on any port; there is no public standard of
 * either, so that names are those of Wireshark's dissectors. Values that a controller pushes
 * unasked in cycles are not operations; of S7comm-plus the function, the object and simple values
 * are read, and nothing once it is encrypted.
 */
@NullMarked
package org.bellbuoy.port.protocol.s7;

import org.jspecify.annotations.NullMarked;
