/**
 * DNP3 (IEEE 1815) over TCP and UDP: link frames with their check sums, transport and application
 * layer. Told by content, on any port; each object that a request names stands in the ledger with
 * its answer. Secure authentication is told by its functions, not looked into.
 */
@NullMarked
package org.bellbuoy.port.protocol.dnp3;

import org.jspecify.annotations.NullMarked;
