/**
 * BACnet/IP (ASHRAE 135, Annex J): virtual link, network and application layer. Told by content, on
 * any UDP port; each request stands in the ledger with its answer, and what devices tell of
 * themselves becomes attributes. BACnet over other links (Ethernet, MS/TP, secure connect, IPv6) is
 * not read.
 */
@NullMarked
package org.bellbuoy.port.protocol.bacnet;

import org.jspecify.annotations.NullMarked;
