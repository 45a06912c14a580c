/**
 * Modbus/TCP (Modbus Application Protocol V1.1b3, Messaging on TCP/IP V1.0b) with UMAS, Schneider
 * Electric's engineering protocol in function 90. Told by content, on any port. Serial Modbus in
 * TCP without its MBAP header is not read.
 */
@NullMarked
package org.bellbuoy.port.protocol.modbus;

import org.jspecify.annotations.NullMarked;
