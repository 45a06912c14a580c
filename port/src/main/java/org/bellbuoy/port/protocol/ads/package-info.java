/**
 * ADS over AMS, Beckhoff's protocol of TwinCAT, over TCP, and the datagrams by which routers find
 * each other and are given routes (Beckhoff Information System, TwinCAT ADS/AMS specification; the
 * datagrams have no public standard). Told by content, on any port. Values that a device sends
 * because they were subscribed to are not operations.
 */
@NullMarked
package org.bellbuoy.port.protocol.ads;

import org.jspecify.annotations.NullMarked;
