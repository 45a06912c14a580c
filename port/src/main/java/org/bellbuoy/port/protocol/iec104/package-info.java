/**
 * IEC 60870-5-104: telecontrol over TCP. Told by content, on any port; commands stand in the ledger
 * with their confirmations, what stations report stands there as reads of their own. Sizes of
 * addresses are those that part 104 fixes; systems that depart from them are not read.
 */
@NullMarked
package org.bellbuoy.port.protocol.iec104;

import org.jspecify.annotations.NullMarked;
