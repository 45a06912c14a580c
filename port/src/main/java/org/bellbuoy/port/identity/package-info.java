/**
 * What devices tell of themselves outside control protocols: LLDP, CDP, spanning tree, ARP, DHCP,
 * names, SNMP, banners and certificates. All is told by content and read where it passes by;
 * nothing is asked of anyone. What a device is in the end is not said here, but in {@code
 * inventory}.
 */
@NullMarked
package org.bellbuoy.port.identity;

import org.jspecify.annotations.NullMarked;
