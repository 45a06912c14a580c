/**
 * OPC UA binary (OPC 10000-6, chapters 5.2 and 7) over TCP: hello, secure channels, sessions and
 * services, as far as messages are not encrypted. Told by content, on any port. Of encrypted
 * messages only their being is told; signed ones are read like plain ones, and no signature is
 * checked.
 */
@NullMarked
package org.bellbuoy.port.protocol.opcua;

import org.jspecify.annotations.NullMarked;
