/**
 * From a captured packet to its addresses, ports and payload: link, network and transport headers,
 * tunnels, fragments, and copies that a mirror port makes. One reused view, no object for each
 * packet. What the payload means is for decoders.
 */
@NullMarked
package org.bellbuoy.port.packet;

import org.jspecify.annotations.NullMarked;
